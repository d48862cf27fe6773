namespace Amazon.Wire;

/// <summary>A member that is part of the path of a REST call, under this name between braces; it is not in the body.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class UriLabelAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
