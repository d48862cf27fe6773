namespace Amazon.Organizations.Model;

/// <summary>The parameters of <c>ListAccountsForParent</c>.</summary>
public partial class ListAccountsForParentRequest : AmazonOrganizationsRequest
{
    public string ParentId { get; set; }

    public string NextToken { get; set; }

    public int? MaxResults { get; set; }
}
