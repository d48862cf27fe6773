using System.Globalization;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying.Backups;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Copying;

/// <summary>The first step of a copy run: what is copied, from where, to where, under which keys.</summary>
internal sealed class CopyCheck(InstallationOptions options, ISourceAccount source, IVaultAccount vault, BackupCheck backups)
{
    private const string LogicalReplication = "rds.logical_replication";
    private const string PreparedTransactions = "max_prepared_transactions";

    private readonly ResourceNames _names = new(options.Installation);

    public async Task<StepResult> CheckAsync(Step<CopyState> step, CancellationToken cancellationToken)
    {
        var database = options.Find(step.Run.Database)
            ?? throw new StepFailedException($"Database '{step.Run.Database}' is no longer in the configuration.");
        var sourceIdentity = await source.IdentifyAsync(cancellationToken).ConfigureAwait(false);
        var vaultIdentity = await vault.IdentifyAsync(cancellationToken).ConfigureAwait(false);
        AccountRules.Require(options, sourceIdentity, vaultIdentity);

        var instance = await source.FindInstanceAsync(database.Instance, cancellationToken).ConfigureAwait(false)
            ?? throw new StepFailedException($"The source account {sourceIdentity.AccountId} has no instance '{database.Instance}'.");
        // The key first: RDS takes an instance out of service whose key is disabled, and waiting for it to come back would say nothing of why.
        var key = await RequireSourceKeyAsync(instance, cancellationToken).ConfigureAwait(false);
        if (instance.Status is not ("available" or "storage-optimization" or "storage-initialization"))
        {
            return step.Again(options.Timing.Poll, $"instance {instance.Name} is '{instance.Status}', a snapshot needs it available");
        }

        var isBackup = step.State.Route == CopyRoute.AwsBackup;
        var vaultKey = await RequireVaultKeyAsync(cancellationToken).ConfigureAwait(false);
        var held = isBackup ? await backups.RequireAsync(instance, key, vaultKey, cancellationToken).ConfigureAwait(false) : LockWords.OfSnapshot;
        var needsReencryption = !isBackup && await NeedsReencryptionAsync(instance, key, cancellationToken).ConfigureAwait(false);
        var parameters = await source.ReadParametersAsync(
            instance.ParameterGroup, [LogicalReplication, PreparedTransactions], cancellationToken).ConfigureAwait(false);

        var state = step.State with
        {
            Source = instance,
            SourceAccount = sourceIdentity.AccountId,
            VaultAccount = vaultIdentity.AccountId,
            NeedsReencryption = needsReencryption,
            LogicalReplication = parameters.TryGetValue(LogicalReplication, out var logical) && logical == "1",
            MaxPreparedTransactions = parameters.TryGetValue(PreparedTransactions, out var prepared)
                && int.TryParse(prepared, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0,
            Staging = isBackup ? null : _names.StagingSnapshot(step.Id),
            CopyName = isBackup ? null : _names.Copy(step.Id),
            Lock = held,
        };
        return Step<CopyState>.Next(SourceReadingSteps.AfterChecks(database, step.State.Route), state, $"instance {instance.Name} ({instance.ResourceId}) is {instance.Status}") with
        {
            Events = ClockWarning.For(step.Run.Phase, sourceIdentity, vaultIdentity),
        };
    }

    /// <summary>The key that the instance is encrypted under; null: none.</summary>
    private async Task<EncryptionKey?> RequireSourceKeyAsync(SourceInstance instance, CancellationToken cancellationToken)
    {
        if (instance.KmsKeyArn is not { } arn)
        {
            return null;
        }

        var key = await source.DescribeKeyAsync(arn, cancellationToken).ConfigureAwait(false);
        return KeyProblem.OfState(key) is { } problem
            ? throw new StepFailedException($"The key of instance {instance.Name}, {key.Arn}, {problem.Words}, the database included. {problem.Next}")
            : key;
    }

    private async Task<bool> NeedsReencryptionAsync(SourceInstance instance, EncryptionKey? key, CancellationToken cancellationToken)
    {
        if (key is not { AwsManaged: true })
        {
            return false;
        }

        if (options.Source.ReencryptionKey is not { } wanted)
        {
            throw new StepFailedException(
                $"Instance {instance.Name} is encrypted under the account's default key ({key.Arn}), whose snapshots can never be shared. "
                + "Name a customer managed key of the source account in RestoreDrill:Source:ReencryptionKey.");
        }

        var reencryption = await source.DescribeKeyAsync(wanted, cancellationToken).ConfigureAwait(false);
        return KeyProblem.OfState(reencryption) is { } problem
            ? throw new StepFailedException($"RestoreDrill:Source:ReencryptionKey, {reencryption.Arn}, {problem.Words}. {problem.Next}")
            : true;
    }

    private async Task<EncryptionKey> RequireVaultKeyAsync(CancellationToken cancellationToken)
    {
        var key = await vault.DescribeKeyAsync(options.Vault.KmsKey, cancellationToken).ConfigureAwait(false);
        return KeyProblem.OfVaultKey(key, options.Vault.AccountId) is [var problem, ..]
            ? throw new StepFailedException($"The vault's key {key.Arn} {problem.Words}. No copy is made. {problem.Next} Next: runbooks/guard-rail-broken.md.")
            : key;
    }
}
