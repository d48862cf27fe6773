using System.Collections;
using System.Reflection;

namespace Amazon.RDS.Wire;

/// <summary>One member of a <see cref="Shape"/>: a scalar, a structure, or a list of either.</summary>
internal sealed class Member
{
    private readonly PropertyInfo property;

    public Member(PropertyInfo property)
    {
        this.property = property;
        IsList = typeof(IList).IsAssignableFrom(property.PropertyType);
        ValueType = IsList ? property.PropertyType.GetGenericArguments()[0] : property.PropertyType;
        ItemName = property.GetCustomAttribute<ListItemAttribute>()?.Name ?? "member";
    }

    public string Name => property.Name;

    public bool IsList { get; }

    /// <summary>The type of the value, or of each item when it is a list.</summary>
    public Type ValueType { get; }

    /// <summary>The element name of each item, when it is a list.</summary>
    public string ItemName { get; }

    public object Get(object owner) => property.GetValue(owner);

    public void Set(object owner, object value) => property.SetValue(owner, value);

    /// <summary>Adds an item to the list, which comes into being with its first item: no items, no list (v4 of the SDK).</summary>
    public void Add(object owner, object item)
    {
        if (property.GetValue(owner) is not IList list)
        {
            list = (IList)Activator.CreateInstance(property.PropertyType);
            property.SetValue(owner, list);
        }

        list.Add(item);
    }
}
