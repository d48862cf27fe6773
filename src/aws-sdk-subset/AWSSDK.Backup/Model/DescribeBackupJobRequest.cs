using Amazon.Wire;

namespace Amazon.Backup.Model;

/// <summary>The parameters of <c>DescribeBackupJob</c>.</summary>
public partial class DescribeBackupJobRequest : AmazonBackupRequest
{
    [UriLabel("backupJobId")]
    public string BackupJobId { get; set; }
}
