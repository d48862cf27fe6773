using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Drilling;

/// <summary>The steps of a drill that read the restored data. Each saves what it found; a process that takes over goes on behind it.</summary>
internal sealed class ReadingSteps(InstallationOptions options, IInstanceReader reader, IRunStore store, ControlSteps control, CatalogSteps catalogs, TimeProvider time)
{
    /// <summary>How long one step reads before it saves; ranges under way are read to their end, under a lease that is renewed.</summary>
    private static readonly TimeSpan StepLength = TimeSpan.FromSeconds(20);

    public Task<StepResult> ListAsync(Step<DrillState> step, CancellationToken cancellationToken) =>
        control.WithControlAsync(step, async login =>
        {
            var inventory = await reader.ListAsync(login, cancellationToken).ConfigureAwait(false);
            var events = inventory.Databases
                .Where(static database => !database.Verified)
                .Select(database => step.Event(RunEventKind.Observed, $"database {database.Name} is not verified: {database.Reason}"))
                .Concat(inventory.Hazards.Select(hazard => step.Event(
                    RunEventKind.Warning, $"hazard: {hazard.Kind} {hazard.Name}{(hazard.Database.Length > 0 ? $" in {hazard.Database}" : string.Empty)}: {hazard.Detail}")))
                .Concat(inventory.EarnedRights.Select(right => step.Event(RunEventKind.Observed, right)))
                .ToList();
            var verified = inventory.Databases.Count(static database => database.Verified);
            var entered = inventory.Databases.Where(static database => database.Verified).Select(static database => database.Name).ToHashSet();
            var parts = await catalogs.CompleteAsync(step.Id, login, entered, cancellationToken).ConfigureAwait(false);
            var state = step.State with { Inventory = inventory, AskedChecks = Configured(step).Checks };
            return Step<DrillState>.Next(
                DrillPhases.Reading, state, $"{inventory.Relations.Count} relations in {verified} databases are to be read") with
            {
                Events = events,
                Parts = parts,
            };
        });

    public Task<StepResult> ReadAsync(Step<DrillState> step, CancellationToken cancellationToken) =>
        control.WithControlAsync(step, async login =>
        {
            var readings = await store.ReadingsAsync(step.Id, cancellationToken).ConfigureAwait(false);
            var ranges = await store.RangesAsync(step.Id, cancellationToken).ConfigureAwait(false);
            var tally = new ReadingTally(step.State.Inventory!.Relations, readings, ranges);
            var order = new ReadingOrder
            {
                Relations = tally.Unread,
                Seed = FingerprintSeed.Of(step.State.Facts!.SourceResourceId),
                Options = options.Reading,
                Stint = StepLength,
            };
            try
            {
                await foreach (var range in reader.ReadAsync(login, order, cancellationToken).ConfigureAwait(false))
                {
                    tally.Add(range);
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested && tally.HasNews)
            {
                return Read(step, tally);
            }
            catch (InstanceUnreachableException e) when (tally.HasNews)
            {
                // What was read is saved; if the trouble lasts, the next step meets it without having anything to save.
                var result = Read(step, tally);
                return result with { Events = [.. result.Events, step.Event(RunEventKind.Trouble, $"{e.Message} What was read before is kept.")] };
            }

            return Read(step, tally);
        });

    private StepResult Read(Step<DrillState> step, ReadingTally tally)
    {
        var state = step.State with { RelationsDone = tally.Done };
        var events = tally.NewReadings
            .Where(static reading => reading.Outcome is ReadingOutcome.NotJudged or ReadingOutcome.Damaged)
            .Select(reading => step.Event(RunEventKind.Warning, $"{reading.Name} was not read: {reading.Reason}"))
            .ToList();
        var result = tally.IsComplete
            ? Step<DrillState>.Next(
                DrillPhases.AskingChecks, state with { Times = state.Times with { FullyReadAt = time.GetUtcNow() } }, $"all {tally.Done} relations are read")
            : step.Again(state, null, tally.Words);
        return result with { Readings = tally.NewReadings, Ranges = tally.NewRanges, Events = events };
    }

    public Task<StepResult> AskChecksAsync(Step<DrillState> step, CancellationToken cancellationToken)
    {
        var checks = step.State.AskedChecks;
        var asked = step.State.UserChecks.Count;
        return asked >= checks.Count
            ? Task.FromResult(Step<DrillState>.Next(DrillPhases.ComparingRows, step.State, $"{checks.Count} checks of the configuration are answered"))
            : control.WithControlAsync(step, async login =>
            {
                var answer = await reader.CheckAsync(login, checks[asked], step.State.Facts!.DataTime, cancellationToken).ConfigureAwait(false);
                return step.Again(step.State with { UserChecks = [.. step.State.UserChecks, answer] }, null, $"{answer.Question} {answer.Outcome}: {answer.Found}");
            });
    }

    private ProtectedDatabase Configured(Step<DrillState> step) => options.Find(step.Run.Database)
        ?? throw new StepFailedException($"Database '{step.Run.Database}' is no longer in the configuration.");
}
