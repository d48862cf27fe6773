using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Backup.Jobs;
using RestoreDrill.Sandbox.Backup.RecoveryPoints;
using RestoreDrill.Sandbox.Backup.Vaults;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.Restores;

/// <summary>
/// Starts the restore of a recovery point of the caller's into a new RDS instance. Metadata that cannot be read are refused at once; what RDS says against them is told by the
/// job. Tokens work as those of <see cref="StartBackupJob"/>. What AWS works in where no role is given is not settled: here one is needed.
/// </summary>
internal sealed class StartRestoreJob(PassedRole roles, SandboxClock clock) : IBackupOperation
{
    public string Name => nameof(StartRestoreJob);

    public RestRoute Route { get; } = new("PUT", "/restore-jobs");

    public Dictionary<string, object>? Execute(BackupCall call)
    {
        var arn = call.Required("RecoveryPointArn");
        var parameters = RestoreParameters.Read(call.Parameters);
        var role = roles.Of(call);
        if (call.Parameters.Text("ResourceType") is { } type && type != PointJson.ResourceType)
        {
            throw BackupError.InvalidParameterValue($"The recovery point {arn} is of the resource type {PointJson.ResourceType}, not {type}.");
        }

        var fingerprint = call.Parameters.Fingerprint("IdempotencyToken");
        if (call.Parameters.Text("IdempotencyToken") is { } token
            && call.State.Backup.RestoreJobs.Find(job => job.IdempotencyToken == token && job.Region == call.Region) is { } earlier)
        {
            return earlier.Fingerprint == fingerprint ? Answer(earlier) : throw BackupError.InvalidParameterValue(
                "The idempotency token was used for a restore job with other parameters.");
        }

        var point = call.State.Backup.RecoveryPoints.Find(candidate => candidate.Arn == arn && candidate.Region == call.Region)
            ?? throw BackupError.NotFound($"Cannot find recovery point {arn}.");
        if (!point.IsCompleted)
        {
            throw BackupError.InvalidRequest($"The recovery point {arn} cannot be restored: it is {point.Status}.");
        }

        var job = new RestoreJob
        {
            Id = Guid.NewGuid().ToString(),
            AccountId = call.AccountId,
            Region = call.Region,
            RecoveryPointArn = arn,
            RecoveryPointCreatedAt = point.CreatedAt,
            VaultArn = new VaultArn(point.Region, point.AccountId, point.VaultName).ToString(),
            SourceResourceArn = point.ResourceArn,
            RoleArn = role,
            IdempotencyToken = call.Parameters.Text("IdempotencyToken"),
            Fingerprint = fingerprint,
            Parameters = parameters,
            CopiesTags = call.Parameters.Flag("CopySourceTagsToRestoredResource") ?? false,
            CreatedAt = clock.GetUtcNow(),
        };
        call.State.Backup.RestoreJobs.Add(job);
        return Answer(job);
    }

    private static Dictionary<string, object> Answer(RestoreJob job) => BackupJson.Object(("RestoreJobId", job.Id));
}
