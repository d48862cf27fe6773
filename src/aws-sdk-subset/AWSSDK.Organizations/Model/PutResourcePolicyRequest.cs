namespace Amazon.Organizations.Model;

/// <summary>The parameters of <c>PutResourcePolicy</c>.</summary>
public partial class PutResourcePolicyRequest : AmazonOrganizationsRequest
{
    /// <summary>JSON, as text.</summary>
    public string Content { get; set; }

    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
