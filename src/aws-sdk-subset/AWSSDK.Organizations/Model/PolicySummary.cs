namespace Amazon.Organizations.Model;

/// <summary>A policy without its content.</summary>
public partial class PolicySummary
{
    public string Id { get; set; }

    public string Arn { get; set; }

    public string Name { get; set; }

    public string Description { get; set; }

    public PolicyType Type { get; set; }

    public bool? AwsManaged { get; set; }
}
