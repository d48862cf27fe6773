using Amazon.Runtime;

namespace Amazon.Backup.Model;

/// <summary>What <c>DescribeBackupVault</c> answers.</summary>
public partial class DescribeBackupVaultResponse : AmazonWebServiceResponse
{
    public string BackupVaultName { get; set; }

    public string BackupVaultArn { get; set; }

    public VaultType VaultType { get; set; }

    public VaultState VaultState { get; set; }

    public string EncryptionKeyArn { get; set; }

    public DateTime? CreationDate { get; set; }

    public string CreatorRequestId { get; set; }

    /// <summary>Approximate.</summary>
    public long? NumberOfRecoveryPoints { get; set; }

    /// <summary>True for either kind of lock.</summary>
    public bool? Locked { get; set; }

    public long? MinRetentionDays { get; set; }

    public long? MaxRetentionDays { get; set; }

    /// <summary>When a compliance lock becomes immutable; null for a governance lock, which can be removed.</summary>
    public DateTime? LockDate { get; set; }

    public string SourceBackupVaultArn { get; set; }

    public string MpaApprovalTeamArn { get; set; }

    public string MpaSessionArn { get; set; }

    public LatestMpaApprovalTeamUpdate LatestMpaApprovalTeamUpdate { get; set; }

    public EncryptionKeyType EncryptionKeyType { get; set; }
}
