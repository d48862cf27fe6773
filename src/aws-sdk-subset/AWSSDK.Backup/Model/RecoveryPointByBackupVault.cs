namespace Amazon.Backup.Model;

/// <summary>A recovery point, as lists of a vault show it.</summary>
public partial class RecoveryPointByBackupVault
{
    public string RecoveryPointArn { get; set; }

    public string BackupVaultName { get; set; }

    public string BackupVaultArn { get; set; }

    public string SourceBackupVaultArn { get; set; }

    public string ResourceArn { get; set; }

    public string ResourceType { get; set; }

    public RecoveryPointCreator CreatedBy { get; set; }

    public string IamRoleArn { get; set; }

    public RecoveryPointStatus Status { get; set; }

    public string StatusMessage { get; set; }

    public DateTime? CreationDate { get; set; }

    public DateTime? InitiationDate { get; set; }

    public DateTime? CompletionDate { get; set; }

    /// <summary>In bytes.</summary>
    public long? BackupSizeInBytes { get; set; }

    public CalculatedLifecycle CalculatedLifecycle { get; set; }

    public Lifecycle Lifecycle { get; set; }

    public string EncryptionKeyArn { get; set; }

    public bool? IsEncrypted { get; set; }

    public DateTime? LastRestoreTime { get; set; }

    public string ParentRecoveryPointArn { get; set; }

    public string CompositeMemberIdentifier { get; set; }

    public bool? IsParent { get; set; }

    public string ResourceName { get; set; }

    public VaultType VaultType { get; set; }

    public IndexStatus IndexStatus { get; set; }

    public string IndexStatusMessage { get; set; }

    public EncryptionKeyType EncryptionKeyType { get; set; }

    public AggregatedScanResult AggregatedScanResult { get; set; }
}
