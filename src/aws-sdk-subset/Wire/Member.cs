using System.Collections;
using System.Reflection;

namespace Amazon.Wire;

/// <summary>One member of a <see cref="Shape"/>: a scalar, a structure, or a list or map of either.</summary>
internal sealed class Member
{
    private readonly PropertyInfo property;

    public Member(PropertyInfo property)
    {
        this.property = property;
        IsMap = typeof(IDictionary).IsAssignableFrom(property.PropertyType);
        IsList = !IsMap && typeof(IList).IsAssignableFrom(property.PropertyType);
        ValueType = IsMap || IsList ? property.PropertyType.GetGenericArguments()[^1] : property.PropertyType;
        ItemName = property.GetCustomAttribute<ListItemAttribute>()?.Name ?? "member";
        UriLabel = property.GetCustomAttribute<UriLabelAttribute>()?.Name;
        QueryName = property.GetCustomAttribute<QueryStringAttribute>()?.Name;
        IsIdempotencyToken = property.IsDefined(typeof(IdempotencyTokenAttribute));
    }

    public string Name => property.Name;

    public bool IsList { get; }

    /// <summary>Whether it is a map; the keys of maps are strings.</summary>
    public bool IsMap { get; }

    /// <summary>The type of the value, or of each value when it is a list or a map.</summary>
    public Type ValueType { get; }

    /// <summary>The element name of each item, when it is a list.</summary>
    public string ItemName { get; }

    /// <summary>Its name in the path of a REST call; null where it is not part of that.</summary>
    public string UriLabel { get; }

    /// <summary>Its name in the query string of a REST call; null where it is not part of that.</summary>
    public string QueryName { get; }

    public bool IsInBody => UriLabel is null && QueryName is null;

    public bool IsIdempotencyToken { get; }

    public object Get(object owner) => property.GetValue(owner);

    public void Set(object owner, object value) => property.SetValue(owner, value);

    /// <summary>Adds an item to the list, which comes into being with its first item: no items, no list (v4 of the SDK).</summary>
    public void Add(object owner, object item) => ((IList)Collection(owner)).Add(item);

    /// <summary>Adds an entry to the map, which comes into being with its first entry.</summary>
    public void Add(object owner, string key, object value) => ((IDictionary)Collection(owner)).Add(key, value);

    private object Collection(object owner)
    {
        var collection = property.GetValue(owner);
        if (collection is null)
        {
            collection = Activator.CreateInstance(property.PropertyType);
            property.SetValue(owner, collection);
        }

        return collection;
    }
}
