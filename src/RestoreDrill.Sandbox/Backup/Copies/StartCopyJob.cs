using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Backup.Jobs;
using RestoreDrill.Sandbox.Backup.RecoveryPoints;
using RestoreDrill.Sandbox.Backup.Vaults;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.Copies;

/// <summary>
/// Starts the copy of a recovery point of the caller's into another vault, its own or another account's, of the same region. What is wrong with the destination
/// is told by the job. Tokens work as those of <see cref="StartBackupJob"/>.
/// </summary>
internal sealed class StartCopyJob(PassedRole roles, SandboxClock clock) : IBackupOperation
{
    public string Name => nameof(StartCopyJob);

    public RestRoute Route { get; } = new("PUT", "/copy-jobs");

    public Dictionary<string, object>? Execute(BackupCall call)
    {
        var vault = call.Vault("SourceBackupVaultName");
        var destination = Destination(call);
        var role = roles.Of(call);
        var fingerprint = call.Parameters.Fingerprint("IdempotencyToken");
        if (call.Parameters.Text("IdempotencyToken") is { } token
            && call.State.Backup.CopyJobs.Find(job => job.IdempotencyToken == token && job.Region == call.Region) is { } earlier)
        {
            return earlier.Fingerprint == fingerprint ? Answer(earlier) : throw BackupError.InvalidParameterValue(
                "The idempotency token was used for a copy job with other parameters.");
        }

        var point = call.Point(vault);
        if (!point.IsCompleted)
        {
            throw BackupError.InvalidRequest($"The recovery point {point.Arn} cannot be copied: it is {point.Status}.");
        }

        var job = new CopyJob
        {
            Id = Guid.NewGuid().ToString(),
            AccountId = call.AccountId,
            Region = call.Region,
            SourceVaultArn = vault.Arn.ToString(),
            SourcePointArn = point.Arn,
            DestinationVaultArn = destination.ToString(),
            ResourceArn = point.ResourceArn,
            ResourceName = point.ResourceName,
            RoleArn = role,
            IdempotencyToken = call.Parameters.Text("IdempotencyToken"),
            Fingerprint = fingerprint,
            Lifecycle = PointLifecycle.Read(call.Parameters),
            CreatedAt = clock.GetUtcNow(),
        };
        call.State.Backup.CopyJobs.Add(job);
        return Answer(job);
    }

    private static Dictionary<string, object> Answer(CopyJob job) =>
        BackupJson.Object(("CopyJobId", job.Id), ("CreationDate", job.CreatedAt), ("IsParent", false));

    private static VaultArn Destination(BackupCall call)
    {
        var named = call.Required("DestinationBackupVaultArn");
        var arn = VaultArn.TryParse(named) ?? throw BackupError.InvalidParameterValue($"Invalid backup vault ARN: {named}.");
        if (arn.Region != call.Region)
        {
            throw BackupError.InvalidParameterValue(
                $"This sandbox does not copy recovery points between regions: the destination is in {arn.Region}, the call in {call.Region}.");
        }

        return arn.AccountId != call.AccountId || call.Vaults.Any(vault => vault.Arn == arn)
            ? arn
            : throw BackupError.NotFound($"Backup vault with name {arn.Name} does not exist.");
    }
}
