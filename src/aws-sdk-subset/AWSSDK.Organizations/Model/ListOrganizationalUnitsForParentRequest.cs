namespace Amazon.Organizations.Model;

/// <summary>The parameters of <c>ListOrganizationalUnitsForParent</c>.</summary>
public partial class ListOrganizationalUnitsForParentRequest : AmazonOrganizationsRequest
{
    public string ParentId { get; set; }

    public string NextToken { get; set; }

    public int? MaxResults { get; set; }
}
