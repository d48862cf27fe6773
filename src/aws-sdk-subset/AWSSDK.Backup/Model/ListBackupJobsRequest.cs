using Amazon.Wire;

namespace Amazon.Backup.Model;

/// <summary>The parameters of <c>ListBackupJobs</c>.</summary>
public partial class ListBackupJobsRequest : AmazonBackupRequest
{
    [QueryString("nextToken")]
    public string NextToken { get; set; }

    [QueryString("maxResults")]
    public int? MaxResults { get; set; }

    [QueryString("resourceArn")]
    public string ByResourceArn { get; set; }

    [QueryString("state")]
    public BackupJobState ByState { get; set; }

    [QueryString("backupVaultName")]
    public string ByBackupVaultName { get; set; }

    [QueryString("createdBefore")]
    public DateTime? ByCreatedBefore { get; set; }

    [QueryString("createdAfter")]
    public DateTime? ByCreatedAfter { get; set; }

    [QueryString("resourceType")]
    public string ByResourceType { get; set; }

    [QueryString("accountId")]
    public string ByAccountId { get; set; }

    [QueryString("completeAfter")]
    public DateTime? ByCompleteAfter { get; set; }

    [QueryString("completeBefore")]
    public DateTime? ByCompleteBefore { get; set; }

    [QueryString("parentJobId")]
    public string ByParentJobId { get; set; }

    [QueryString("messageCategory")]
    public string ByMessageCategory { get; set; }
}
