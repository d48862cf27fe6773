namespace Amazon.Wire;

/// <summary>A member that is sent in the query string of a REST call, under this name; it is not in the body.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class QueryStringAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
