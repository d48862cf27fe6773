namespace Amazon.Backup.Model;

/// <summary>The parameters of <c>UpdateGlobalSettings</c>.</summary>
public partial class UpdateGlobalSettingsRequest : AmazonBackupRequest
{
    /// <summary>Such as <c>isCrossAccountBackupEnabled</c>; the values are text.</summary>
    public Dictionary<string, string> GlobalSettings { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
