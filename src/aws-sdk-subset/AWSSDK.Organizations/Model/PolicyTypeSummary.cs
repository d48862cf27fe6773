namespace Amazon.Organizations.Model;

/// <summary>A type of policies, and whether it is in force.</summary>
public partial class PolicyTypeSummary
{
    public PolicyType Type { get; set; }

    public PolicyTypeStatus Status { get; set; }
}
