using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Refusals;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Drilling;

/// <summary>Opens drills, after a look at whether one can be carried out at all.</summary>
public sealed class Drills(InstallationOptions options, IScratchAccount scratch, IRunStore store, TimeProvider time, Random random)
{
    /// <summary>Opens a drill of a protected database, or returns the one that is open: there is never more than one.</summary>
    /// <param name="database">The protected database's name.</param>
    /// <param name="selection">Which copy is drilled.</param>
    /// <param name="namedCopy">The copy's name or ARN; only with <see cref="CopySelection.Named"/>.</param>
    /// <param name="asEmergency">Whether it is restored with the parameters of an emergency restore, and handed over before it is removed.</param>
    /// <param name="request">Who asks, and why.</param>
    /// <param name="cancellationToken">Cancels the looking; nothing was begun then.</param>
    /// <returns>The run that answers the request, finished perhaps if it was not opened by this call; and whether it was.</returns>
    /// <exception cref="RefusedException">No drill can be carried out; nothing was begun.</exception>
    public async Task<(Run Run, bool Opened)> OpenAsync(
        string database, CopySelection selection, string? namedCopy, bool asEmergency, RunRequest request, CancellationToken cancellationToken)
    {
        options.Require(database);
        if (asEmergency && options.Restore is null)
        {
            throw new RefusedException(["The configuration does not say what an emergency restore makes (RestoreDrill:Restore): there is none to drill. See docs/configuration.md, Restore."]);
        }

        await StoreOwnership.RequireAsync(store, options.Installation, cancellationToken).ConfigureAwait(false);
        if (await store.FindAnswerAsync(RunKind.Drill, database, request, cancellationToken).ConfigureAwait(false) is { } answer)
        {
            return (answer, false);
        }

        // A job's run begins whatever AWS says: what stands in its way is waited out by its first steps, or is its outcome.
        if (request.Job is null)
        {
            await LookAsync(database, selection, namedCopy, cancellationToken).ConfigureAwait(false);
        }

        var state = new DrillState { Selection = selection, NamedCopy = namedCopy, Rehearsal = asEmergency ? new EmergencyRehearsal() : null };
        var run = new NewRun(
            RunId.New(RunKind.Drill, time.GetUtcNow(), random), RunKind.Drill, database, request, DrillPhases.WaitingForTurn, CanonicalJson.Write(state));
        return await store.OpenAsync(run, cancellationToken).ConfigureAwait(false);
    }

    private Task LookAsync(string database, CopySelection selection, string? namedCopy, CancellationToken cancellationToken) =>
        new Preflight(options.Timing, time).AskAsync(async () =>
        {
            var identity = await scratch.IdentifyAsync(cancellationToken).ConfigureAwait(false);
            AccountRules.Require(options, source: null, identity);
            var all = await scratch.ListSnapshotsAsync(cancellationToken).ConfigureAwait(false);
            var copies = CopyList.Of(all, options.Installation, database);
            var absent = new AbsentCopies(options, store);
            var isMissing = selection == CopySelection.Named && !copies.Any(copy => copy.Name == namedCopy || copy.Arn == namedCopy);
            if (isMissing && await absent.WhyAsync(all, namedCopy!, database, cancellationToken).ConfigureAwait(false) is { } why)
            {
                throw new RefusedException([why]);
            }

            if (copies.Count == 0)
            {
                var lost = await absent.LostAsync(all, database, cancellationToken).ConfigureAwait(false);
                throw new RefusedException(lost.Count > 0
                    ? [.. lost.Take(10).Select(copy => absent.LostTags(copy, database))]
                    :
                    [
                        $"The vault account {identity.AccountId} holds no available copy of '{database}'. Make one: restoredrill copy {database}. "
                        + "If there was one, somebody deleted it: see runbooks/copy-missing.md.",
                    ]);
            }

            if (isMissing)
            {
                throw new RefusedException(
                    [$"The vault account {identity.AccountId} holds no available copy '{namedCopy}' of '{database}'. There are: {string.Join(", ", copies.Take(10).Select(static copy => copy.Name))}."]);
            }
        }, cancellationToken);
}
