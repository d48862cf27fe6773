using Amazon.Wire;

namespace Amazon.Backup.Model;

/// <summary>The parameters of <c>ListRecoveryPointsByBackupVault</c>.</summary>
public partial class ListRecoveryPointsByBackupVaultRequest : AmazonBackupRequest
{
    [UriLabel("backupVaultName")]
    public string BackupVaultName { get; set; }

    [QueryString("backupVaultAccountId")]
    public string BackupVaultAccountId { get; set; }

    [QueryString("nextToken")]
    public string NextToken { get; set; }

    [QueryString("maxResults")]
    public int? MaxResults { get; set; }

    [QueryString("resourceArn")]
    public string ByResourceArn { get; set; }

    [QueryString("resourceType")]
    public string ByResourceType { get; set; }

    [QueryString("backupPlanId")]
    public string ByBackupPlanId { get; set; }

    [QueryString("createdBefore")]
    public DateTime? ByCreatedBefore { get; set; }

    [QueryString("createdAfter")]
    public DateTime? ByCreatedAfter { get; set; }

    [QueryString("parentRecoveryPointArn")]
    public string ByParentRecoveryPointArn { get; set; }
}
