using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.Jobs;

/// <summary>"This action is not supported for ... Amazon RDS" (API reference), and there is nothing else here. The code and the text are not AWS's.</summary>
internal sealed class StopBackupJob : IBackupOperation
{
    public string Name => nameof(StopBackupJob);

    public RestRoute Route { get; } = new("POST", "/backup-jobs/{backupJobId}");

    public Dictionary<string, object>? Execute(BackupCall call)
    {
        var id = call.Required("BackupJobId");
        throw call.State.Backup.BackupJobs.Exists(job => job.Id == id && job.Region == call.Region)
            ? BackupError.InvalidRequest("A backup job of an RDS instance cannot be stopped.")
            : BackupError.NotFound($"Backup job {id} does not exist.");
    }
}
