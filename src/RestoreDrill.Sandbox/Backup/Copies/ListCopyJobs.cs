using RestoreDrill.Sandbox.Backup.RecoveryPoints;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.Copies;

/// <summary>The jobs that the caller's account started in the region, newest first.</summary>
internal sealed class ListCopyJobs : IBackupOperation
{
    public string Name => nameof(ListCopyJobs);

    public RestRoute Route { get; } = new("GET", "/copy-jobs/");

    public Dictionary<string, object>? Execute(BackupCall call)
    {
        var filter = new ListFilter(call.Parameters);
        var jobs = call.State.Backup.CopyJobs.Where(job => job.Region == call.Region
            && filter.Is("resourceArn", job.ResourceArn)
            && filter.Is("state", job.State)
            && filter.Is("destinationVaultArn", job.DestinationVaultArn)
            && filter.Is("sourceRecoveryPointArn", job.SourcePointArn)
            && filter.Is("resourceType", PointJson.ResourceType)
            && filter.Is("accountId", job.AccountId)
            && filter.Is("parentJobId", null)
            && filter.IsBetween("createdAfter", "createdBefore", job.CreatedAt)
            && filter.IsBetween("completeAfter", "completeBefore", job.CompletedAt));
        return BackupPage.Of(call.Parameters, "CopyJobs", jobs, job => BackupPage.NewestFirst(job.CreatedAt, job.Id), CopyJobJson.Render);
    }
}
