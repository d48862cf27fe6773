namespace Amazon.Organizations.Model;

/// <summary>The policy that gives accounts rights on the organization itself, with its content.</summary>
public partial class ResourcePolicy
{
    public ResourcePolicySummary ResourcePolicySummary { get; set; }

    /// <summary>JSON, as text.</summary>
    public string Content { get; set; }
}
