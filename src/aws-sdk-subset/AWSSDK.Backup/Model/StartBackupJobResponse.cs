using Amazon.Runtime;

namespace Amazon.Backup.Model;

/// <summary>What <c>StartBackupJob</c> answers.</summary>
public partial class StartBackupJobResponse : AmazonWebServiceResponse
{
    public string BackupJobId { get; set; }

    /// <summary>Only for the few resource types that know it at once. For RDS it is <c>DescribeBackupJob</c> that tells.</summary>
    public string RecoveryPointArn { get; set; }

    public DateTime? CreationDate { get; set; }

    public bool? IsParent { get; set; }
}
