namespace Amazon.Wire;

/// <summary>The element name of a list's items on the wire; without it they are called <c>member</c>, as the query protocol has it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ListItemAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
