using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.SelfTests;
using RestoreDrill.Core.Structures;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Drilling;

/// <summary>
/// The steps in which a drill damages its own scratch instance and looks whether its checks see that. Each fault takes two: in the first an object is chosen that no
/// check names yet, and saved; in the second it is damaged and judged. A process that takes over in between looks first: damage that its predecessor did is judged, not done again.
/// </summary>
internal sealed class SelfTestSteps(InstallationOptions options, DatabaseReaders readers, IRunStore store, KeptProof kept, ControlSteps control, TimeProvider time)
{
    private const int TablesAtMost = 20;

    public async Task<StepResult> TestAsync(Step<DrillState> step, CancellationToken cancellationToken)
    {
        if (step.State.SelfTest is not { } stand)
        {
            var decided = step.State.Rehearsal is null
                ? await new EarlierSelfTests(store, time).DecideAsync(step, options.SelfTest.Every, cancellationToken).ConfigureAwait(false)
                : new SelfTestStand { IsDue = false, Why = "a drill of an emergency hands over what it has verified", BegunAt = time.GetUtcNow() };
            var state = step.State with { SelfTest = decided };
            return decided.IsDue
                ? step.Again(state, null, $"the drill tests itself: {decided.Why}") with { KeepsLease = true }
                : Step<DrillState>.Next(DrillPhases.Concluding, state, $"the drill does not test itself: {decided.Why}");
        }

        var open = Enum.GetValues<Fault>().Where(fault => stand.Results.All(result => result.Fault != fault)).ToList();
        if (open.Count == 0)
        {
            var finished = stand with { FinishedAt = time.GetUtcNow() };
            return Step<DrillState>.Next(
                DrillPhases.Concluding,
                step.State with { SelfTest = finished },
                finished.Miss is { } miss ? $"the self-test missed {miss}" : finished.IsClean ? "the self-test is clean" : "the self-test is not clean");
        }

        return await control.WithControlAsync(step, async _ =>
        {
            var scratch = await control.OwnScratchAsync(step, cancellationToken).ConfigureAwait(false);
            var judge = await JudgeAsync(step, scratch, cancellationToken).ConfigureAwait(false);
            return stand.UnderWay is { } target
                ? await DamageAsync(step, stand, target, scratch, judge, cancellationToken).ConfigureAwait(false)
                : await ChooseAsync(step, stand, open[0], scratch, judge, cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    /// <summary>The drill goes on to its verdict, which says that the self-test could not be finished: whatever it found before stands.</summary>
    public StepResult GiveUp(Step<DrillState> step, string problem)
    {
        var stand = step.State.SelfTest ?? new SelfTestStand { IsDue = true, Why = "whether a self-test was due could not be found out", BegunAt = time.GetUtcNow() };
        return Step<DrillState>.Next(DrillPhases.Concluding, step.State with { SelfTest = stand with { Problem = problem } }, "the self-test cannot go on; the verdict says so");
    }

    private async Task<StepResult> ChooseAsync(
        Step<DrillState> step, SelfTestStand stand, Fault fault, OwnScratch scratch, FaultJudge judge, CancellationToken cancellationToken)
    {
        string? refusal = null;
        foreach (var database in StructureQuestions.Of(step.State.Inventory!).Select(static question => question.Database).Distinct())
        {
            var tables = await TablesAsync(step, stand, fault, database, cancellationToken).ConfigureAwait(false);
            if (fault.FewestRows() > 0 && tables.Count == 0)
            {
                continue;
            }

            var search = await readers.Faults.FindAsync(scratch, database, fault, tables, cancellationToken).ConfigureAwait(false);
            refusal = search.Refusal ?? refusal;
            foreach (var target in search.Targets.Where(judge.Knows))
            {
                var sighting = await judge.LookAsync(target, cancellationToken).ConfigureAwait(false);
                if (sighting is { SeenBy.Count: 0, Problem: null })
                {
                    return step.Again(step.State with { SelfTest = stand with { UnderWay = target } }, null, $"self-test: {Words(fault)} of {target} is about to be done");
                }

                refusal = sighting.Problem ?? $"{target} is named by {string.Join(" and ", sighting.SeenBy)} without this fault";
            }
        }

        return Judged(step, stand, new FaultResult
        {
            Fault = fault, Outcome = FaultOutcome.NotTried, Reason = refusal is null ? "no object to try it on" : $"no object to try it on; the last that was looked at: {refusal}",
        });
    }

    private async Task<StepResult> DamageAsync(
        Step<DrillState> step, SelfTestStand stand, FaultTarget target, OwnScratch scratch, FaultJudge judge, CancellationToken cancellationToken)
    {
        var result = new FaultResult { Fault = target.Fault, Target = target, Outcome = FaultOutcome.Errored };
        var sighting = await judge.LookAsync(target, cancellationToken).ConfigureAwait(false);
        if (sighting.SeenBy.Count == 0)
        {
            if (await readers.Faults.DamageAsync(scratch, target, cancellationToken).ConfigureAwait(false) is { } refusal)
            {
                return Judged(step, stand, result with { Reason = $"it could not be done: {refusal}" });
            }

            sighting = await judge.LookAsync(target, cancellationToken).ConfigureAwait(false);
        }

        return Judged(step, stand, sighting switch
        {
            { Unseen.Count: 0 } => result with { Outcome = FaultOutcome.Caught, SeenBy = sighting.SeenBy },
            { Problem: { } problem } => result with { SeenBy = sighting.SeenBy, Reason = problem },
            _ => result with { Outcome = FaultOutcome.Missed, SeenBy = sighting.SeenBy, Reason = $"not seen by {string.Join(" and ", sighting.Unseen)}" },
        });
    }

    private static StepResult Judged(Step<DrillState> step, SelfTestStand stand, FaultResult result)
    {
        var note = result.Outcome switch
        {
            FaultOutcome.Caught => $"self-test: {Words(result.Fault)} of {result.Target} was found by {string.Join(" and ", result.SeenBy)}",
            FaultOutcome.NotTried => $"self-test: {Words(result.Fault)} was not tried: {result.Reason}",
            _ => $"self-test: {Words(result.Fault)} of {result.Target}: {result.Outcome}, {result.Reason}",
        };
        return step.Again(step.State with { SelfTest = stand with { UnderWay = null, Results = [.. stand.Results, result] } }, null, note) with
        {
            Events = result.Outcome is FaultOutcome.Missed or FaultOutcome.Errored ? [step.Event(RunEventKind.Warning, note)] : [],
        };
    }

    /// <summary>Tables of one database that were read, have enough rows and were not damaged before, the smallest first: each is read some times more.</summary>
    private async Task<IReadOnlyList<RelationName>> TablesAsync(Step<DrillState> step, SelfTestStand stand, Fault fault, string database, CancellationToken cancellationToken)
    {
        if (fault.FewestRows() == 0)
        {
            return [];
        }

        var damaged = stand.Results.Select(static result => result.Target).OfType<FaultTarget>().Where(static target => target.Fault.ChangesRows()).Select(static target => target.Name).ToHashSet();
        var rows = (await store.ReadingsAsync(step.Id, cancellationToken).ConfigureAwait(false))
            .Where(static reading => reading is { Outcome: ReadingOutcome.Read, Kind: RelationKind.Table or RelationKind.Partition })
            .ToDictionary(static reading => reading.Name, static reading => reading.Rows);
        return
        [
            .. step.State.Inventory!.Relations
                .Where(relation => relation.Name.Database == database && rows.GetValueOrDefault(relation.Name) >= fault.FewestRows() && !damaged.Contains(relation.Name))
                .OrderBy(static relation => relation.Bytes).ThenBy(static relation => relation.Name, RelationName.Order)
                .Take(TablesAtMost).Select(static relation => relation.Name),
        ];
    }

    private async Task<FaultJudge> JudgeAsync(Step<DrillState> step, OwnScratch scratch, CancellationToken cancellationToken)
    {
        var found = await new StoredFindings(options, store, kept).OfAsync(step, cancellationToken).ConfigureAwait(false) with { SelfTest = null };
        var parts = await store.PartsAsync(step.Id, ManifestSubject.Catalog, cancellationToken).ConfigureAwait(false);
        var catalogs = parts.GroupBy(static part => part.Database).ToDictionary(static database => database.Key, static database => CopiedCatalog.Of([.. database]));
        return new FaultJudge(readers, options, found with { Certificate = BirthCertificate.Of(found) }, catalogs, scratch);
    }

    private static string Words(Fault fault) => Json.CanonicalJson.Write(fault).Trim('"');
}
