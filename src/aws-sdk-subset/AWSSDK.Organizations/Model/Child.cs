namespace Amazon.Organizations.Model;

/// <summary>An account or unit below a root or unit.</summary>
public partial class Child
{
    public string Id { get; set; }

    public ChildType Type { get; set; }
}
