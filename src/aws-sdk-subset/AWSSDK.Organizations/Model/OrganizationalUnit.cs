namespace Amazon.Organizations.Model;

/// <summary>A unit: a node of the organization's tree that accounts and units hang from.</summary>
public partial class OrganizationalUnit
{
    public string Id { get; set; }

    public string Arn { get; set; }

    public string Name { get; set; }

    public string Path { get; set; }
}
