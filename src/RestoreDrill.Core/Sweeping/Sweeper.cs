using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Refusals;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Watching;

namespace RestoreDrill.Core.Sweeping;

/// <summary>
/// Removes this installation's scratch instances whose drill is gone or that are over age, and reports each as a defect: a drill removes its
/// own instance. What it cannot be sure of it only reports. An instance is known by <see cref="ScratchOwnership"/>.
/// </summary>
public sealed class Sweeper(
    InstallationOptions options, IScratchAccount scratch, IRunStore store, ISweepLog sweeps, IIncidentLog incidents, TimeProvider time)
{
    private readonly ScratchFates _fates = new(options, store, sweeps, time);

    /// <summary>Looks at every scratch instance once. Safe on many hosts at once; swept again, nothing is reported twice.</summary>
    /// <exception cref="RefusedException">The store is another installation's, or the role is in another account; nothing was done.</exception>
    /// <exception cref="CloudException">The instances could not be listed; nothing was done.</exception>
    /// <exception cref="StoreUnavailableException">The store cannot be reached; instances not yet looked at are left alone.</exception>
    public async Task<SweepReport> SweepAsync(CancellationToken cancellationToken)
    {
        await StoreOwnership.RequireAsync(store, options.Installation, cancellationToken).ConfigureAwait(false);
        AccountRules.Require(options, source: null, await scratch.IdentifyAsync(cancellationToken).ConfigureAwait(false));
        var found = await scratch.ListAsync(new ResourceNames(options.Installation).ScratchPrefix, cancellationToken).ConfigureAwait(false);
        var report = new SweepReport(found.Count, 0, 0);
        foreach (var instance in found.Where(static instance => !IsBeingDeleted(instance)))
        {
            var fate = await _fates.OfAsync(instance, cancellationToken).ConfigureAwait(false);
            switch (fate.Kind)
            {
                case ScratchFateKind.Removed:
                    report = await RemoveAsync(instance, fate, report, cancellationToken).ConfigureAwait(false);
                    break;
                case ScratchFateKind.Left:
                    await RecordLeftAsync(instance, fate, cancellationToken).ConfigureAwait(false);
                    report = report with { Left = report.Left + 1 };
                    break;
                case ScratchFateKind.Untouched:
                    break;
                default:
                    throw new InvalidOperationException($"There is no fate {fate.Kind}.");
            }
        }

        await sweeps.RecordSweepAsync(report, cancellationToken).ConfigureAwait(false);
        return report;
    }

    private static bool IsBeingDeleted(CloudInstance instance) => instance.Status == "deleting";

    /// <summary>Recorded before AWS is asked: what is removed is on record, whatever happens to this process.</summary>
    private async Task<SweepReport> RemoveAsync(CloudInstance instance, ScratchFate fate, SweepReport report, CancellationToken cancellationToken)
    {
        var firstTime = true;
        try
        {
            // The drill may have removed it between the listing and the look at its run.
            if (await scratch.FindAsync(instance.Name, cancellationToken).ConfigureAwait(false) is not { } still || IsBeingDeleted(still))
            {
                return report;
            }

            firstTime = await RecordAsync(IncidentKind.ScratchRemoved, "scratch-removed", instance, fate, cancellationToken).ConfigureAwait(false);
            await scratch.RemoveAsync(instance.Name, options.Installation, fate.Drill!.Value, cancellationToken).ConfigureAwait(false);
            return report with { Removed = report.Removed + 1 };
        }
        catch (CloudException e) when (e.MayPass && firstTime)
        {
            // The next sweep asks again, and says so if that fails too.
            return report with { Left = report.Left + 1 };
        }
        catch (Exception e) when (e is CloudException or NotOursException)
        {
            var refused = fate with { Reason = "refused", Message = ScratchSentence.Refused(instance, fate, e.Message) };
            await RecordLeftAsync(instance, refused, cancellationToken).ConfigureAwait(false);
            return report with { Left = report.Left + 1 };
        }
    }

    private Task<bool> RecordLeftAsync(CloudInstance instance, ScratchFate fate, CancellationToken cancellationToken) =>
        RecordAsync(IncidentKind.ScratchLeft, "scratch-left", instance, fate, cancellationToken);

    private Task<bool> RecordAsync(IncidentKind kind, string word, CloudInstance instance, ScratchFate fate, CancellationToken cancellationToken) =>
        incidents.RecordAsync(
            new Incident
            {
                Key = $"{word}:{fate.Reason}:{instance.Name}",
                Kind = kind,
                Subject = instance.Name,
                Message = fate.Message,
                Database = fate.Run?.Database,
                Run = fate.Run?.Id,
            },
            cancellationToken);
}
