namespace Amazon.Backup.Model;

/// <summary>A backup job, as lists show it.</summary>
public partial class BackupJob
{
    public string AccountId { get; set; }

    public string BackupJobId { get; set; }

    public string BackupVaultName { get; set; }

    public string BackupVaultArn { get; set; }

    public string VaultType { get; set; }

    public string VaultLockState { get; set; }

    public string RecoveryPointArn { get; set; }

    public Lifecycle RecoveryPointLifecycle { get; set; }

    public string EncryptionKeyArn { get; set; }

    public bool? IsEncrypted { get; set; }

    public string ResourceArn { get; set; }

    public DateTime? CreationDate { get; set; }

    public DateTime? CompletionDate { get; set; }

    public BackupJobState State { get; set; }

    public string StatusMessage { get; set; }

    /// <summary>A string on the wire.</summary>
    public string PercentDone { get; set; }

    /// <summary>In bytes.</summary>
    public long? BackupSizeInBytes { get; set; }

    public string IamRoleArn { get; set; }

    public RecoveryPointCreator CreatedBy { get; set; }

    public DateTime? ExpectedCompletionDate { get; set; }

    public DateTime? StartBy { get; set; }

    public string ResourceType { get; set; }

    public long? BytesTransferred { get; set; }

    public Dictionary<string, string> BackupOptions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string BackupType { get; set; }

    public string ParentJobId { get; set; }

    public bool? IsParent { get; set; }

    public string ResourceName { get; set; }

    public DateTime? InitiationDate { get; set; }

    public string MessageCategory { get; set; }
}
