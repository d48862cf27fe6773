namespace Amazon.Organizations.Model;

/// <summary>The parameters of <c>ListRoots</c>.</summary>
public partial class ListRootsRequest : AmazonOrganizationsRequest
{
    public string NextToken { get; set; }

    public int? MaxResults { get; set; }
}
