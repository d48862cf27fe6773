using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.Restores;

/// <summary>Finds the restore job that a call names, among those of the caller's account and region.</summary>
internal static class RestoreJobLookup
{
    /// <exception cref="AwsError">MissingParameterValueException or ResourceNotFoundException.</exception>
    public static RestoreJob Get(BackupCall call)
    {
        var id = call.Required("RestoreJobId");
        return call.State.Backup.RestoreJobs.Find(job => job.Id == id && job.Region == call.Region)
            ?? throw BackupError.NotFound($"Restore job {id} does not exist.");
    }
}
