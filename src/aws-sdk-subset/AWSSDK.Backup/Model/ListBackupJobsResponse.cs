using Amazon.Runtime;

namespace Amazon.Backup.Model;

/// <summary>What <c>ListBackupJobs</c> answers.</summary>
public partial class ListBackupJobsResponse : AmazonWebServiceResponse
{
    public List<BackupJob> BackupJobs { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string NextToken { get; set; }
}
