using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Amazon.Runtime;

namespace Amazon.Wire;

/// <summary>
/// How a model type looks on the wire. AWS names every member as the type names its property, so the map is the type itself; what a type cannot say,
/// such as the names of list items or which members are part of a path, is added by attributes.
/// </summary>
internal sealed class Shape
{
    private static readonly ConcurrentDictionary<Type, Shape> Known = new();
    private readonly Dictionary<string, Member> byName;

    private Shape(Type type)
    {
        Type = type;
        byName = type
            .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(static p => p.GetCustomAttribute<NotOnWireAttribute>() is null)
            .ToDictionary(static p => p.Name, static p => new Member(p), StringComparer.Ordinal);
    }

    public Type Type { get; }

    public IReadOnlyCollection<Member> Members => byName.Values;

    public static Shape Of(Type type) => Known.GetOrAdd(type, static t => new Shape(t));

    /// <summary>The member of that name; null for one that is newer than this subset.</summary>
    public Member Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>Whether a type is a structure with members of its own.</summary>
    public static bool IsStructure(Type type)
        => type.IsClass && !typeof(IEnumerable).IsAssignableFrom(type) && !typeof(ConstantClass).IsAssignableFrom(type);
}
