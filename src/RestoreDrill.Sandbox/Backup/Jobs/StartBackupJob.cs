using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Backup.RecoveryPoints;
using RestoreDrill.Sandbox.Backup.Tags;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Rds;

namespace RestoreDrill.Sandbox.Backup.Jobs;

/// <summary>
/// Starts the backup of an RDS instance of the caller's. "Retrying a successful request with the same idempotency token results in a success message with no
/// action taken" (API reference); the same token with other parameters is refused, with a text that is not AWS's. The answer has no RecoveryPointArn for RDS.
/// A logically air-gapped vault does not take RDS instances: the backup goes into the ordinary vault, the job is COMPLETED, and only its message tells.
/// </summary>
internal sealed class StartBackupJob(PassedRole roles, SandboxClock clock) : IBackupOperation
{
    /// <summary>Minutes: "a value in minutes of at least 60"; 8 hours where none is given.</summary>
    private const int LeastWindow = 60;
    private const int UsualWindow = 480;

    public string Name => nameof(StartBackupJob);

    public RestRoute Route { get; } = new("PUT", "/backup-jobs");

    public Dictionary<string, object>? Execute(BackupCall call)
    {
        var vault = call.Vault();
        var resource = Instance(call);
        var role = roles.Of(call);
        var fingerprint = call.Parameters.Fingerprint("IdempotencyToken");
        if (call.Parameters.Text("IdempotencyToken") is { } token
            && call.State.Backup.BackupJobs.Find(job => job.IdempotencyToken == token && job.Region == call.Region) is { } earlier)
        {
            return earlier.Fingerprint == fingerprint ? Answer(earlier) : throw BackupError.InvalidParameterValue(
                "The idempotency token was used for a backup job with other parameters.");
        }

        var now = clock.GetUtcNow();
        var job = new BackupJob
        {
            Id = Guid.NewGuid().ToString(),
            AccountId = call.AccountId,
            Region = call.Region,
            VaultName = vault.Name,
            ResourceArn = resource.ToString(),
            ResourceName = resource.Name,
            RoleArn = role,
            IdempotencyToken = call.Parameters.Text("IdempotencyToken"),
            Fingerprint = fingerprint,
            Lifecycle = PointLifecycle.Read(call.Parameters),
            Tags = BackupTags.Read(call.Parameters, "RecoveryPointTags"),
            IsForAirGappedVault = call.Parameters.Text("LogicallyAirGappedBackupVaultArn") is not null,
            CreatedAt = now,
            StartBy = now.AddMinutes(Window(call)),
        };
        call.State.Backup.BackupJobs.Add(job);
        return Answer(job);
    }

    private static Dictionary<string, object> Answer(BackupJob job) =>
        BackupJson.Object(("BackupJobId", job.Id), ("CreationDate", job.CreatedAt), ("IsParent", false));

    private static RdsArn Instance(BackupCall call)
    {
        var named = call.Required("ResourceArn");
        if (RdsArn.TryParse(named) is not { Kind: "db" } arn)
        {
            throw BackupError.InvalidParameterValue($"Unsupported resource type: {named}. This sandbox backs up RDS instances.");
        }

        return call.State.Instances.Any(instance => instance.Arn == arn && instance.Region == call.Region)
            ? arn
            : throw BackupError.NotFound($"Could not find resource {named}.");
    }

    private static int Window(BackupCall call)
    {
        var minutes = call.Parameters.Number("StartWindowMinutes") ?? UsualWindow;
        return minutes >= LeastWindow ? minutes
            : throw BackupError.InvalidParameterValue($"StartWindowMinutes must be at least {LeastWindow} minutes, not {minutes}.");
    }
}
