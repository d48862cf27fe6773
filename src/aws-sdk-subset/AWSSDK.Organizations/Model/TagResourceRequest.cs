namespace Amazon.Organizations.Model;

/// <summary>The parameters of <c>TagResource</c>.</summary>
public partial class TagResourceRequest : AmazonOrganizationsRequest
{
    public string ResourceId { get; set; }

    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
