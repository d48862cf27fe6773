namespace Amazon.RDS.Model;

/// <summary>The <c>CloudwatchLogsExportConfiguration</c> shape of the RDS API.</summary>
public partial class CloudwatchLogsExportConfiguration
{
    public List<string> EnableLogTypes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public List<string> DisableLogTypes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
