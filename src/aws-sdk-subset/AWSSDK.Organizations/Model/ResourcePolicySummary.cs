namespace Amazon.Organizations.Model;

/// <summary>The policy of the organization without its content.</summary>
public partial class ResourcePolicySummary
{
    public string Id { get; set; }

    public string Arn { get; set; }
}
