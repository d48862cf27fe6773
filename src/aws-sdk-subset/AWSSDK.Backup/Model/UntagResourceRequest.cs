using Amazon.Wire;

namespace Amazon.Backup.Model;

/// <summary>The parameters of <c>UntagResource</c>.</summary>
public partial class UntagResourceRequest : AmazonBackupRequest
{
    [UriLabel("resourceArn")]
    public string ResourceArn { get; set; }

    public List<string> TagKeyList { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
