namespace Amazon.Backup.Model;

/// <summary>What the malware scans of a recovery point found, taken together.</summary>
public partial class AggregatedScanResult
{
    public bool? FailedScan { get; set; }

    public List<ScanFinding> Findings { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public DateTime? LastComputed { get; set; }
}
