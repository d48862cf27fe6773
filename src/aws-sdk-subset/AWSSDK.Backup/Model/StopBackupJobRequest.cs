using Amazon.Wire;

namespace Amazon.Backup.Model;

/// <summary>The parameters of <c>StopBackupJob</c>.</summary>
public partial class StopBackupJobRequest : AmazonBackupRequest
{
    [UriLabel("backupJobId")]
    public string BackupJobId { get; set; }
}
