using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Facts;

/// <summary>
/// A workflow whose runs have finished only once what they found out about copies is in the store of facts, locked: there it survives our records and whoever may change them. Facts of
/// earlier runs that did not come there are put there, too.
/// </summary>
/// <param name="inner">All else of the run.</param>
/// <param name="options">The configuration; without a store of facts the workflow is the inner one.</param>
/// <param name="facts">The store of facts; asked only where it is configured.</param>
/// <param name="records">Our records.</param>
/// <param name="time">The clock.</param>
public sealed class DepositingWorkflow(IRunWorkflow inner, InstallationOptions options, Func<IFactStore> facts, IRunStore records, TimeProvider time) : IRunWorkflow
{
    /// <summary>The last phase before the end.</summary>
    public const string Phase = "depositing-facts";

    /// <summary>Among so many runs those are looked for whose facts did not come into the store.</summary>
    private const int RunsLookedBack = 20;

    private readonly RunFacts _facts = new(options.Installation, records);

    public RunKind Kind => inner.Kind;

    public bool Knows(string phase) => phase == Phase || inner.Knows(phase);

    public TimeSpan LimitOf(string phase) => phase == Phase ? options.Timing.Deposit : inner.LimitOf(phase);

    public async Task<StepResult> StepAsync(Run run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Phase == Phase
            ? await DepositAsync(run, DepositStand.Of(run)!, cancellationToken).ConfigureAwait(false)
            : Held(await inner.StepAsync(run, cancellationToken).ConfigureAwait(false));
    }

    public StepResult Fail(Run run, StepFailure failure)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(failure);
        return run.Phase != Phase
            ? Held(inner.Fail(run, failure))
            : End(
                run,
                DepositStand.Of(run)!,
                $"Not all that this run found out is in the store of facts: {failure.Message} It stands in our records; whoever has nothing but the store does not see it. "
                + "The next run of this kind puts it there. Next: runbooks/facts-not-kept.md.");
    }

    /// <summary>A run that would end goes on to the store of facts.</summary>
    private StepResult Held(StepResult result) => result.Conclusion is not { } ending || options.Facts is not { } wanted ? result : result with
    {
        Phase = Phase,
        Note = $"{ending.Outcome}; what was found goes into bucket {wanted.Bucket}",
        State = new DepositStand { Ending = ending, Since = time.GetUtcNow() }.In(result.State),
        Conclusion = null,
    };

    private async Task<StepResult> DepositAsync(Run run, DepositStand stand, CancellationToken cancellationToken)
    {
        if (options.Facts is not { } wanted)
        {
            return End(run, stand, "The configuration names no store of facts any more (RestoreDrill:Facts): what this run found out lies in our records alone. Next: runbooks/facts-not-kept.md.");
        }

        // Of earlier runs first: a fail among them must not come into the store later than the pass that answers it.
        foreach (var earlier in await WithoutFactsAsync(run, stand, cancellationToken).ConfigureAwait(false))
        {
            try
            {
                if (Missing(await OfEarlierAsync(earlier, cancellationToken).ConfigureAwait(false), stand) is { } late)
                {
                    return await PutAsync(run, stand, late, wanted, cancellationToken).ConfigureAwait(false);
                }

                stand = stand with { For = [.. stand.For, earlier.Id] };
            }
            catch (Exception e) when (e is StepFailedException or InvalidDataException or CloudException { MayPass: false })
            {
                // What cannot be put for that run is its defect, and none of this one.
                var words = $"what run {earlier.Id} found out cannot be put into the store of facts: {e.Message}";
                return Saved(run, stand with { Refused = [.. stand.Refused, earlier.Id] }, words) with
                {
                    Events = [new RunEvent { Phase = Phase, Kind = RunEventKind.Warning, Message = words }],
                };
            }
        }

        var own = await _facts.OfAsync(run, stand.Ending.Outcome, stand.Since, cancellationToken).ConfigureAwait(false);
        return Missing(own, stand) is { } missing
            ? await PutAsync(run, stand, missing, wanted, cancellationToken).ConfigureAwait(false)
            : End(run, stand with { IsComplete = true }, null);
    }

    /// <summary>The facts of an earlier run that it has not put itself.</summary>
    private async Task<IEnumerable<FactObject>> OfEarlierAsync(Run earlier, CancellationToken cancellationToken)
    {
        var stand = DepositStand.Of(earlier);
        var found = await _facts.OfAsync(earlier, earlier.Outcome!.Value, stand?.Since ?? earlier.FinishedAt!.Value, cancellationToken).ConfigureAwait(false);
        return found.Where(fact => stand?.Kept.Contains(fact.Key.ToString()) != true);
    }

    private static FactObject? Missing(IEnumerable<FactObject> facts, DepositStand stand) => facts.FirstOrDefault(fact => !stand.Kept.Contains(fact.Key.ToString()));

    private async Task<StepResult> PutAsync(Run run, DepositStand stand, FactObject fact, FactStoreOptions wanted, CancellationToken cancellationToken)
    {
        var store = facts();
        var deposit = await new FactDepositor(store, wanted, time).PutAsync(fact, cancellationToken).ConfigureAwait(false);
        var kept = stand with { Kept = [.. stand.Kept, fact.Key.ToString()] };
        return deposit.IsKept
            ? Saved(run, kept, FormattableString.Invariant($"{fact.Key} is in {store.Name}, locked until {deposit.Lock!.Until:yyyy-MM-dd} UTC"))
            : throw new StepFailedException(deposit.Problem!);
    }

    private static StepResult Saved(Run run, DepositStand stand, string note) => new() { Phase = Phase, State = stand.In(run.State), Note = note };

    /// <summary>Earlier runs of the kind whose facts are not known to be in the store, the oldest first.</summary>
    private async Task<IReadOnlyList<Run>> WithoutFactsAsync(Run run, DepositStand stand, CancellationToken cancellationToken)
    {
        var earlier = await records.ListAsync(run.Database, run.Kind, RunsLookedBack, cancellationToken).ConfigureAwait(false);
        var finished = earlier.Where(static one => one.FinishedAt is not null).Select(static one => (Run: one, Stand: DepositStand.Of(one))).ToList();
        var done = finished.SelectMany(static one => one.Stand?.For ?? []).Concat(stand.For).Concat(stand.Refused).ToHashSet();
        return [.. finished.Where(one => one.Stand is not { IsComplete: true } && !done.Contains(one.Run.Id)).Select(static one => one.Run).Reverse()];
    }

    private static StepResult End(Run run, DepositStand stand, string? defect)
    {
        string?[] defects = [stand.Ending.Defect, defect];
        var all = string.Join(" ", defects.Where(static text => text is not null));
        return new StepResult
        {
            Phase = DrillPhases.Finished,
            State = stand.In(run.State),
            Note = stand.Ending.Summary,
            Conclusion = stand.Ending with { Defect = all.Length == 0 ? null : all },
        };
    }
}
