namespace Amazon.Organizations.Model;

/// <summary>The parameters of <c>ListTagsForResource</c>.</summary>
public partial class ListTagsForResourceRequest : AmazonOrganizationsRequest
{
    public string ResourceId { get; set; }

    public string NextToken { get; set; }
}
