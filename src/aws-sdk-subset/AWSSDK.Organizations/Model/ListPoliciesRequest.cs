namespace Amazon.Organizations.Model;

/// <summary>The parameters of <c>ListPolicies</c>.</summary>
public partial class ListPoliciesRequest : AmazonOrganizationsRequest
{
    /// <summary>The one type of policies that is asked for.</summary>
    public PolicyType Filter { get; set; }

    public string NextToken { get; set; }

    public int? MaxResults { get; set; }
}
