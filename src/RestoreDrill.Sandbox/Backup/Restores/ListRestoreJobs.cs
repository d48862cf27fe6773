using RestoreDrill.Sandbox.Backup.RecoveryPoints;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.Restores;

/// <summary>The jobs of the caller's account and region, newest first.</summary>
internal sealed class ListRestoreJobs : IBackupOperation
{
    public string Name => nameof(ListRestoreJobs);

    public RestRoute Route { get; } = new("GET", "/restore-jobs/");

    public Dictionary<string, object>? Execute(BackupCall call)
    {
        var filter = new ListFilter(call.Parameters);
        var jobs = call.State.Backup.RestoreJobs.Where(job => job.Region == call.Region
            && filter.Is("accountId", job.AccountId)
            && filter.Is("resourceType", PointJson.ResourceType)
            && filter.Is("status", job.Status)
            && filter.Is("restoreTestingPlanArn", null)
            && filter.Is("parentJobId", null)
            && filter.IsBetween("createdAfter", "createdBefore", job.CreatedAt)
            && filter.IsBetween("completeAfter", "completeBefore", job.CompletedAt));
        return BackupPage.Of(call.Parameters, "RestoreJobs", jobs, job => BackupPage.NewestFirst(job.CreatedAt, job.Id), RestoreJobJson.Render);
    }
}
