namespace Amazon.RDS.Model;

/// <summary>The <c>PendingCloudwatchLogsExports</c> shape of the RDS API.</summary>
public partial class PendingCloudwatchLogsExports
{
    public List<string> LogTypesToEnable { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public List<string> LogTypesToDisable { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
