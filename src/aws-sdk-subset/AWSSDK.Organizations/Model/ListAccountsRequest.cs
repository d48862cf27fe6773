namespace Amazon.Organizations.Model;

/// <summary>The parameters of <c>ListAccounts</c>.</summary>
public partial class ListAccountsRequest : AmazonOrganizationsRequest
{
    public string NextToken { get; set; }

    public int? MaxResults { get; set; }
}
