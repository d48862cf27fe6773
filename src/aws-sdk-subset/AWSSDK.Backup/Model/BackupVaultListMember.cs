namespace Amazon.Backup.Model;

/// <summary>A vault, as lists show it.</summary>
public partial class BackupVaultListMember
{
    public string BackupVaultName { get; set; }

    public string BackupVaultArn { get; set; }

    public VaultType VaultType { get; set; }

    public VaultState VaultState { get; set; }

    public DateTime? CreationDate { get; set; }

    public string EncryptionKeyArn { get; set; }

    public string CreatorRequestId { get; set; }

    /// <summary>Approximate.</summary>
    public long? NumberOfRecoveryPoints { get; set; }

    public bool? Locked { get; set; }

    public long? MinRetentionDays { get; set; }

    public long? MaxRetentionDays { get; set; }

    /// <summary>When a compliance lock becomes immutable; null for a governance lock, which can be removed.</summary>
    public DateTime? LockDate { get; set; }

    public EncryptionKeyType EncryptionKeyType { get; set; }
}
