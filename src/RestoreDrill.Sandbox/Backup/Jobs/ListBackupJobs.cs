using RestoreDrill.Sandbox.Backup.RecoveryPoints;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.Jobs;

/// <summary>The jobs of the caller's account and region, newest first.</summary>
internal sealed class ListBackupJobs : IBackupOperation
{
    public string Name => nameof(ListBackupJobs);

    public RestRoute Route { get; } = new("GET", "/backup-jobs/");

    public Dictionary<string, object>? Execute(BackupCall call)
    {
        var filter = new ListFilter(call.Parameters);
        var jobs = call.State.Backup.BackupJobs.Where(job => job.Region == call.Region
            && filter.Is("resourceArn", job.ResourceArn)
            && filter.Is("state", job.State)
            && filter.Is("backupVaultName", job.VaultName)
            && filter.Is("resourceType", PointJson.ResourceType)
            && filter.Is("accountId", job.AccountId)
            && filter.Is("parentJobId", null)
            && filter.IsBetween("createdAfter", "createdBefore", job.CreatedAt)
            && filter.IsBetween("completeAfter", "completeBefore", job.CompletedAt));
        return BackupPage.Of(
            call.Parameters, "BackupJobs", jobs, job => BackupPage.NewestFirst(job.CreatedAt, job.Id), job => BackupJobJson.Render(call, job));
    }
}
