using RestoreDrill.Core.Json;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Sandwich;

namespace RestoreDrill.Core.Drilling;

/// <summary>The steps of a drill that compare the copy's old rows with those that the copy run found in the source.</summary>
internal sealed class ComparingSteps(InstallationOptions options, IOldRowReader reader, IRunStore store, ControlSteps control)
{
    private static readonly TimeSpan StepLength = TimeSpan.FromSeconds(20);

    public async Task<StepResult> CompareAsync(Step<DrillState> step, CancellationToken cancellationToken)
    {
        var (manifest, source) = await new SourceLookup(store).FindManifestAsync(step, cancellationToken).ConfigureAwait(false);
        if (manifest?.Manifest.Limit is null)
        {
            return Done(step, $"old rows are not compared: {source.Problem ?? "none were read of the source"}");
        }

        if (manifest.Manifest.Identity.MajorVersion != step.State.Identity!.MajorVersion)
        {
            return Done(step, "old rows are not compared: source and copy are of different major versions");
        }

        return await control.WithControlAsync(step, login => CompareAsync(step, login, manifest, cancellationToken)).ConfigureAwait(false);
    }

    private async Task<StepResult> CompareAsync(Step<DrillState> step, InstanceLogin login, UsableManifest manifest, CancellationToken cancellationToken)
    {
        var compared = await store.ComparisonsAsync(step.Id, cancellationToken).ConfigureAwait(false);
        var parts = await store.PartsAsync(step.Id, ManifestSubject.Relations, cancellationToken).ConfigureAwait(false);
        var inCopy = parts.SelectMany(static part => CanonicalJson.Read<List<RelationStance>>(part.Text)).ToList();
        var plan = ComparingPlan.Of(ReadingMoment.After, manifest, inCopy, compared);
        if (plan.IsDone && manifest.Manifest.EarlyLimit is not null)
        {
            plan = ComparingPlan.Of(ReadingMoment.Before, manifest, inCopy, compared);
        }

        return await CompareAsync(step, login, manifest, plan, cancellationToken).ConfigureAwait(false);
    }

    private async Task<StepResult> CompareAsync(Step<DrillState> step, InstanceLogin login, UsableManifest manifest, ComparingPlan plan, CancellationToken cancellationToken)
    {
        var limit = manifest.Manifest.LimitOf(plan.Moment)!;
        if (plan.Settled.Count > 0)
        {
            return step.Again(step.State, null, $"{plan.Settled.Count} relations cannot be compared with the source") with { Comparisons = plan.Settled };
        }

        if (plan.Tasks.Count == 0)
        {
            return Done(step, $"old rows of {plan.Total} relations are compared with the source's {plan.Words}");
        }

        var ranges = await store.OldRowsAsync(manifest.Manifest.Run, cancellationToken).ConfigureAwait(false);
        var order = new OldRowOrder
        {
            Tasks = plan.TasksWith(ranges),
            Limit = limit,
            Seed = manifest.Manifest.Seed,
            Connections = options.Reading.Connections,
            Statement = options.Reading.Statement,
            LockWait = TimeSpan.FromSeconds(30),
            Stint = StepLength,
        };
        var comparer = new OldRowComparer(reader, login, limit, manifest.Manifest.Seed);
        var found = new List<ComparedRange>();
        var groups = new Dictionary<RelationName, RelationGroups>();
        try
        {
            await foreach (var range in reader.ReadAsync(login, order, cancellationToken).ConfigureAwait(false))
            {
                if (!groups.TryGetValue(range.Relation, out var recorded))
                {
                    groups.Add(range.Relation, recorded = await manifest.GroupsAsync(
                        store, plan.Moment, plan.StanceOf(range.Relation), plan.EntryOf(range.Relation), ranges, cancellationToken).ConfigureAwait(false));
                }

                var (after, before) = plan.Moment == ReadingMoment.Before ? (null, recorded) : (recorded, (RelationGroups?)null);
                found.Add(range.Outcome == ReadingOutcome.Read
                    ? new ComparedRange(range.Range, await comparer.CompareAsync(range, after, before, cancellationToken).ConfigureAwait(false), plan.Moment)
                    : plan.Unread(range.Relation, range.Reason ?? "it could not be read", range.Range.First));
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested && found.Count > 0)
        {
            return Compared(step, plan, found);
        }
        catch (InvalidDataException e)
        {
            // Nothing that was compared counts any more: the check of the manifest fails.
            return Done(step with { State = step.State with { ChangedRecord = e.Message.TrimEnd('.') } }, "old rows are not compared any further: our record of the source's was changed");
        }
        catch (InstanceUnreachableException e) when (found.Count > 0)
        {
            // What was compared is saved; if the trouble lasts, the next step meets it without having anything to save.
            return Compared(step, plan, found) with { Events = [step.Event(RunEventKind.Trouble, $"{e.Message} What was compared before is kept.")] };
        }

        return Compared(step, plan, found);
    }

    private static StepResult Compared(Step<DrillState> step, ComparingPlan plan, List<ComparedRange> found)
    {
        var events = found.SelectMany(static range => range.Comparison.Differences.Select(difference => $"{range.Comparison.Name} differs from its source: {difference}"))
            .Take(20).Select(text => step.Event(RunEventKind.Warning, text)).ToList();
        return step.Again(step.State, null, $"old rows of {plan.Total - plan.Tasks.Count} of {plan.Total} relations are compared with the source's {plan.Words}") with
        {
            Comparisons = found,
            Events = events,
        };
    }

    private static StepResult Done(Step<DrillState> step, string note) => Step<DrillState>.Next(DrillPhases.ReadingChain, step.State, note);
}
