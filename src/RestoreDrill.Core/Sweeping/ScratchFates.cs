using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Sweeping;

/// <summary>Decides what is to become of a scratch instance.</summary>
internal sealed class ScratchFates(InstallationOptions options, IRunStore store, ISweepLog sweeps, TimeProvider time)
{
    /// <summary>The store is believed about a time around which it recorded something at least so often; a sweep every ten minutes sees to it.</summary>
    internal static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(30);

    private readonly ResourceNames _names = new(options.Installation);

    public async Task<ScratchFate> OfAsync(CloudInstance instance, CancellationToken cancellationToken)
    {
        if (_names.DrillOf(instance.Name) is not { } drill)
        {
            return new ScratchFate(ScratchFateKind.Left, "not-ours", ScratchSentence.NotOurs(instance, $"Instance {instance.Name} is named after no drill."));
        }

        try
        {
            ScratchOwnership.Require(instance, options.Installation, drill);
        }
        catch (NotOursException e)
        {
            return new ScratchFate(ScratchFateKind.Left, "not-ours", ScratchSentence.NotOurs(instance, e.Message), drill);
        }

        return await store.FindAsync(drill, cancellationToken).ConfigureAwait(false) switch
        {
            { FinishedAt: null } open => OfOpen(instance, open),
            { } finished => new ScratchFate(ScratchFateKind.Removed, "finished", ScratchSentence.Finished(instance, finished), drill, finished),
            null => await OfUnknownAsync(instance, drill, cancellationToken).ConfigureAwait(false),
        };
    }

    private ScratchFate OfOpen(CloudInstance instance, Run drill)
    {
        var age = time.GetUtcNow() - instance.CreatedAt;
        return age > options.Budgets.ScratchAge
            ? new ScratchFate(ScratchFateKind.Removed, "over-age", ScratchSentence.OverAge(instance, drill, options.Budgets.ScratchAge), drill.Id, drill)
            : ScratchFate.Untouched;
    }

    /// <summary>
    /// A store that was emptied or restored does not know drills that may be under way. It is believed only if it recorded what else happened when
    /// the drill was opened (the drill's id says when) and when the instance came to be.
    /// </summary>
    private async Task<ScratchFate> OfUnknownAsync(CloudInstance instance, RunId drill, CancellationToken cancellationToken)
    {
        if (instance.CreatedAt is null && time.GetUtcNow() - drill.MadeAt < options.Budgets.ScratchAge)
        {
            return ScratchFate.Untouched;
        }

        foreach (var moment in (DateTimeOffset[])[drill.MadeAt, instance.CreatedAt ?? drill.MadeAt])
        {
            var silence = await sweeps.SilenceAroundAsync(moment, cancellationToken).ConfigureAwait(false);
            if (silence is null || silence > LongestSilence)
            {
                return new ScratchFate(ScratchFateKind.Left, "unknown", ScratchSentence.Doubtful(instance, drill, moment, silence), drill);
            }
        }

        return new ScratchFate(ScratchFateKind.Removed, "unknown", ScratchSentence.Unknown(instance, drill), drill);
    }
}
