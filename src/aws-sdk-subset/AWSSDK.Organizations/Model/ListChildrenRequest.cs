namespace Amazon.Organizations.Model;

/// <summary>The parameters of <c>ListChildren</c>.</summary>
public partial class ListChildrenRequest : AmazonOrganizationsRequest
{
    public string ParentId { get; set; }

    public ChildType ChildType { get; set; }

    public string NextToken { get; set; }

    public int? MaxResults { get; set; }
}
