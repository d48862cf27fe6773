namespace Amazon.IdentityManagement.Model;

/// <summary>A key and a value on a resource.</summary>
public partial class Tag
{
    public string Key { get; set; }

    public string Value { get; set; }
}
