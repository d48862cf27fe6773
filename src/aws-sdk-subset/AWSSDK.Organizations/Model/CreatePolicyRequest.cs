namespace Amazon.Organizations.Model;

/// <summary>The parameters of <c>CreatePolicy</c>.</summary>
public partial class CreatePolicyRequest : AmazonOrganizationsRequest
{
    /// <summary>JSON, as text.</summary>
    public string Content { get; set; }

    public string Description { get; set; }

    public string Name { get; set; }

    public PolicyType Type { get; set; }

    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
