namespace Amazon.Organizations.Model;

/// <summary>The parameters of <c>ListPoliciesForTarget</c>.</summary>
public partial class ListPoliciesForTargetRequest : AmazonOrganizationsRequest
{
    /// <summary>Only what hangs from this very root, unit or account is listed, not what it inherits.</summary>
    public string TargetId { get; set; }

    /// <summary>The one type of policies that is asked for.</summary>
    public PolicyType Filter { get; set; }

    public string NextToken { get; set; }

    public int? MaxResults { get; set; }
}
