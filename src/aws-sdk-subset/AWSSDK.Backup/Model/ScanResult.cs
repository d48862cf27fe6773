namespace Amazon.Backup.Model;

/// <summary>What one malware scan of a recovery point found.</summary>
public partial class ScanResult
{
    public MalwareScanner MalwareScanner { get; set; }

    public ScanJobState ScanJobState { get; set; }

    public DateTime? LastScanTimestamp { get; set; }

    public List<ScanFinding> Findings { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
