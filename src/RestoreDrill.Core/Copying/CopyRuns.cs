using RestoreDrill.Core.Json;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Refusals;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Copying;

/// <summary>Opens copy runs, after a look at whether one can be carried out at all.</summary>
public sealed class CopyRuns(InstallationOptions options, ISourceAccount source, IVaultAccount vault, IRunStore store, TimeProvider time, Random random)
{
    /// <summary>Opens a copy run of a protected database, or returns the one that is open: there is never more than one.</summary>
    /// <param name="database">The protected database's name.</param>
    /// <param name="request">Who asks, and why.</param>
    /// <param name="cancellationToken">Cancels the looking; nothing was begun then.</param>
    /// <returns>The run that answers the request, finished perhaps if it was not opened by this call; and whether it was.</returns>
    /// <exception cref="RefusedException">No run can be carried out; nothing was begun.</exception>
    public async Task<(Run Run, bool Opened)> OpenAsync(string database, RunRequest request, CancellationToken cancellationToken)
    {
        var configured = options.Require(database);
        await StoreOwnership.RequireAsync(store, options.Installation, cancellationToken).ConfigureAwait(false);
        if (await store.FindAnswerAsync(RunKind.Copy, database, request, cancellationToken).ConfigureAwait(false) is { } answer)
        {
            return (answer, false);
        }

        // A job's run begins whatever AWS says: what stands in its way is waited out by its first steps, or is its outcome.
        if (request.Job is null)
        {
            await LookAsync(configured, cancellationToken).ConfigureAwait(false);
        }

        var run = new NewRun(
            RunId.New(RunKind.Copy, time.GetUtcNow(), random), RunKind.Copy, database, request, CopyPhases.WaitingForTurn, CanonicalJson.Write(new CopyState { Route = options.Route }));
        return await store.OpenAsync(run, cancellationToken).ConfigureAwait(false);
    }

    private Task LookAsync(ProtectedDatabase database, CancellationToken cancellationToken) =>
        new Preflight(options.Timing, time).AskAsync(async () =>
        {
            var sourceIdentity = await source.IdentifyAsync(cancellationToken).ConfigureAwait(false);
            var vaultIdentity = await vault.IdentifyAsync(cancellationToken).ConfigureAwait(false);
            AccountRules.Require(options, sourceIdentity, vaultIdentity);
            if (await source.FindInstanceAsync(database.Instance, cancellationToken).ConfigureAwait(false) is null)
            {
                throw new RefusedException(
                [
                    $"The source account {sourceIdentity.AccountId} has no DB instance '{database.Instance}' (RestoreDrill:Databases, '{database.Name}'). "
                    + "If it should be there, run no Terraform now: restoredrill status shows the copies in the vault account.",
                ]);
            }
        }, cancellationToken);
}
