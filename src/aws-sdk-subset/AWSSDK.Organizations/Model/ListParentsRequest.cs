namespace Amazon.Organizations.Model;

/// <summary>The parameters of <c>ListParents</c>.</summary>
public partial class ListParentsRequest : AmazonOrganizationsRequest
{
    public string ChildId { get; set; }

    public string NextToken { get; set; }

    public int? MaxResults { get; set; }
}
