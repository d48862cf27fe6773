namespace Amazon.RDS.Model;

/// <summary>The parameters of <c>RemoveTagsFromResource</c>.</summary>
public partial class RemoveTagsFromResourceRequest : AmazonRDSRequest
{
    public string ResourceName { get; set; }

    public List<string> TagKeys { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
