using Amazon.Runtime;

namespace Amazon.Backup.Model;

/// <summary>What <c>DescribeGlobalSettings</c> answers.</summary>
public partial class DescribeGlobalSettingsResponse : AmazonWebServiceResponse
{
    /// <summary>Such as <c>isCrossAccountBackupEnabled</c>; the values are text.</summary>
    public Dictionary<string, string> GlobalSettings { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public DateTime? LastUpdateTime { get; set; }
}
