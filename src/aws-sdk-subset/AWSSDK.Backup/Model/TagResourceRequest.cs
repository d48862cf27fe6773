using Amazon.Wire;

namespace Amazon.Backup.Model;

/// <summary>The parameters of <c>TagResource</c>.</summary>
public partial class TagResourceRequest : AmazonBackupRequest
{
    [UriLabel("resourceArn")]
    public string ResourceArn { get; set; }

    public Dictionary<string, string> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
