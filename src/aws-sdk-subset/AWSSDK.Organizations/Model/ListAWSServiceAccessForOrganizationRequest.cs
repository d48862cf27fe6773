namespace Amazon.Organizations.Model;

/// <summary>The parameters of <c>ListAWSServiceAccessForOrganization</c>.</summary>
public partial class ListAWSServiceAccessForOrganizationRequest : AmazonOrganizationsRequest
{
    public string NextToken { get; set; }

    public int? MaxResults { get; set; }
}
