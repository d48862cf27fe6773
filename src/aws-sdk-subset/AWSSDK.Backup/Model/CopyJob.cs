namespace Amazon.Backup.Model;

/// <summary>A copy of a recovery point to another vault.</summary>
public partial class CopyJob
{
    public string AccountId { get; set; }

    public string CopyJobId { get; set; }

    public string SourceBackupVaultArn { get; set; }

    public string SourceRecoveryPointArn { get; set; }

    public string DestinationBackupVaultArn { get; set; }

    public string DestinationVaultType { get; set; }

    /// <summary>A plain string in the official package too: <c>LOCKED</c> or <c>UNLOCKED</c>.</summary>
    public string DestinationVaultLockState { get; set; }

    public string DestinationRecoveryPointArn { get; set; }

    public string DestinationEncryptionKeyArn { get; set; }

    public Lifecycle DestinationRecoveryPointLifecycle { get; set; }

    public string ResourceArn { get; set; }

    public DateTime? CreationDate { get; set; }

    public DateTime? CompletionDate { get; set; }

    public CopyJobState State { get; set; }

    public string StatusMessage { get; set; }

    /// <summary>In bytes.</summary>
    public long? BackupSizeInBytes { get; set; }

    public string IamRoleArn { get; set; }

    public RecoveryPointCreator CreatedBy { get; set; }

    /// <summary>The backup job whose recovery point is copied.</summary>
    public string CreatedByBackupJobId { get; set; }

    public string ResourceType { get; set; }

    public string ParentJobId { get; set; }

    public bool? IsParent { get; set; }

    public string CompositeMemberIdentifier { get; set; }

    public long? NumberOfChildJobs { get; set; }

    public Dictionary<string, long> ChildJobsInState { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string ResourceName { get; set; }

    public string MessageCategory { get; set; }
}
