namespace Amazon.Organizations.Model;

/// <summary>The root or unit that an account or unit hangs from.</summary>
public partial class Parent
{
    public string Id { get; set; }

    public ParentType Type { get; set; }
}
