using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.Jobs;

internal sealed class DescribeBackupJob : IBackupOperation
{
    public string Name => nameof(DescribeBackupJob);

    public RestRoute Route { get; } = new("GET", "/backup-jobs/{backupJobId}");

    public Dictionary<string, object>? Execute(BackupCall call)
    {
        var id = call.Required("BackupJobId");
        return BackupJobJson.Render(call, call.State.Backup.BackupJobs.Find(job => job.Id == id && job.Region == call.Region)
            ?? throw BackupError.NotFound($"Backup job {id} does not exist."));
    }
}
