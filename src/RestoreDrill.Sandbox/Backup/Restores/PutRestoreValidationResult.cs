using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.Restores;

/// <summary>
/// Says what a validation found of a restored resource: 204 without a body. Only of a job that is completed, and but once: VALIDATING can be followed by a verdict, a verdict by nothing.
/// Whether AWS takes it for a job that no restore testing plan has made is not settled: here it does. The texts are not AWS's.
/// </summary>
internal sealed class PutRestoreValidationResult : IBackupOperation
{
    public string Name => nameof(PutRestoreValidationResult);

    public RestRoute Route { get; } = new("PUT", "/restore-jobs/{restoreJobId}/validations");

    public int Success => StatusCodes.Status204NoContent;

    public Dictionary<string, object>? Execute(BackupCall call)
    {
        var job = RestoreJobLookup.Get(call);
        var status = call.Required("ValidationStatus");
        if (!ValidationStatus.All.Contains(status))
        {
            throw BackupError.InvalidParameterValue($"Invalid validation status: {status}. Must be one of {string.Join(", ", ValidationStatus.All)}.");
        }

        if (job.Status != RestoreJobStatus.Completed)
        {
            throw BackupError.InvalidRequest($"The restore job {job.Id} cannot be validated: it is {job.Status}.");
        }

        if (job.ValidationStatus is not (null or ValidationStatus.Validating))
        {
            throw BackupError.InvalidRequest($"The restore job {job.Id} already has the validation status {job.ValidationStatus}.");
        }

        (job.ValidationStatus, job.ValidationStatusMessage) = (status, call.Parameters.Text("ValidationStatusMessage"));
        return null;
    }
}
