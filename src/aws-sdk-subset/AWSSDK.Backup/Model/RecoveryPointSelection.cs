namespace Amazon.Backup.Model;

/// <summary>Which recovery points something is for.</summary>
public partial class RecoveryPointSelection
{
    public List<string> VaultNames { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public List<string> ResourceIdentifiers { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public DateRange DateRange { get; set; }
}
