using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Sandwich;

namespace RestoreDrill.Core.Drilling;

/// <summary>The steps of a drill that read the copy for the chain, and compare it with earlier copies.</summary>
internal sealed class ChainSteps(InstallationOptions options, IChainReader reader, IRunStore store, ControlSteps control)
{
    private static readonly TimeSpan StepLength = TimeSpan.FromSeconds(20);

    /// <summary>Whether the chain is configured, and this drill has not begun with it.</summary>
    public bool IsToBegin(Step<DrillState> step) => step.State.Chain is null && OptionsOf(step) is not null;

    /// <summary>Takes the copy's limit, before the drill writes anything.</summary>
    public async Task<StepResult> BeginAsync(Step<DrillState> step, InstanceLogin login, CancellationToken cancellationToken)
    {
        var (limit, problem) = await reader.TakeLimitAsync(login, cancellationToken).ConfigureAwait(false);
        return step.Again(
            step.State with { Chain = new ChainStand { Limit = limit, Problem = problem } },
            null,
            limit is null ? $"the copy cannot be compared with others: {problem}" : $"the copy holds rows of transactions before {limit}");
    }

    public async Task<StepResult> ReadAsync(Step<DrillState> step, CancellationToken cancellationToken)
    {
        if (step.State.Chain is not { Limit: { } limit } chain)
        {
            return Done(step, step.State.Chain is { } stand ? $"the copy is not compared with others: {stand.Problem}" : "copies of this database are not compared with each other");
        }

        return chain.IsLinked
            ? await control.WithControlAsync(step, login => ReadAsync(step, login, chain, limit, cancellationToken)).ConfigureAwait(false)
            : await LinkAsync(step, chain, cancellationToken).ConfigureAwait(false);
    }

    private static StepResult Done(Step<DrillState> step, string note) => Step<DrillState>.Next(DrillPhases.CheckingStructure, step.State, note);

    private async Task<StepResult> LinkAsync(Step<DrillState> step, ChainStand chain, CancellationToken cancellationToken)
    {
        if (step.State.Identity!.SystemIdentifier is null)
        {
            return Linked(step, chain with { Problem = $"the copy's system identifier is not available: {step.State.Identity.SystemIdentifierReason}" });
        }

        var (middle, earlier) = await new ChainLookup(store).FindAsync(step, cancellationToken).ConfigureAwait(false);
        foreach (var link in new[] { middle, earlier }.OfType<ChainLink>())
        {
            var digest = ChainDigest.Of(await store.ChainAsync(link.Drill, cancellationToken).ConfigureAwait(false));
            if (digest != link.Sha256)
            {
                return Linked(step, chain with
                {
                    Problem = $"what drill {link.Drill} read of copy {link.CopyName} has digest {digest} now, its record says {link.Sha256}: one of them was changed",
                });
            }
        }

        return Linked(step, chain with { Base = middle, Earlier = earlier });
    }

    private static StepResult Linked(Step<DrillState> step, ChainStand chain) => step.Again(
        step.State with { Chain = chain with { IsLinked = true } },
        null,
        chain.Base is { } middle ? $"the copy is compared with copy {middle.CopyName} of {middle.DataTime.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC"
            : chain.Problem ?? "a chain of copies begins with this one: there is no earlier one to compare with");

    private async Task<StepResult> ReadAsync(Step<DrillState> step, InstanceLogin login, ChainStand chain, ulong limit, CancellationToken cancellationToken)
    {
        var entries = await store.ChainAsync(step.Id, cancellationToken).ConfigureAwait(false);
        var plan = new ChainPlan(
            await StancesAsync(step.Id, cancellationToken).ConfigureAwait(false),
            entries,
            await RelationsAsync(chain.Base, cancellationToken).ConfigureAwait(false),
            await RelationsAsync(chain.Earlier, cancellationToken).ConfigureAwait(false),
            (OptionsOf(step) ?? new ChainOptions()).Groups);
        if (plan.Settled.Count > 0)
        {
            return step.Again(step.State, null, $"{plan.Settled.Count} relations hold nothing to compare") with { Chain = plan.Settled };
        }

        if (plan.Tasks.Count == 0)
        {
            return Done(step with { State = step.State with { Chain = chain with { Sha256 = ChainDigest.Of(entries) } } }, $"{plan.Total} relations are read for the chain");
        }

        var order = new ChainOrder
        {
            Tasks = plan.Tasks,
            Limits = [limit, .. new[] { chain.Base, chain.Earlier }.OfType<ChainLink>().Select(static link => link.Limit)],
            Seed = FingerprintSeed.Of(step.State.Facts!.SourceResourceId),
            Connections = options.Reading.Connections,
            Statement = options.Reading.Statement,
            Stint = StepLength,
        };
        var found = new List<ChainRange>();
        var links = new Dictionary<RelationName, (LinkGroups? Middle, LinkGroups? Earlier)>();
        try
        {
            await foreach (var range in reader.ReadAsync(login, order, cancellationToken).ConfigureAwait(false))
            {
                if (range.Outcome != ReadingOutcome.Read)
                {
                    found.Add(ChainRange.Without(range.Relation, range.Outcome, range.Reason ?? "it could not be read") with { Range = range.Range });
                    continue;
                }

                if (!links.TryGetValue(range.Relation, out var groups))
                {
                    links.Add(range.Relation, groups = await GroupsAsync(plan, chain, limit, range.Relation, cancellationToken).ConfigureAwait(false));
                }

                found.Add(ChainComparing.Of(range, groups.Middle, groups.Earlier, plan.Unlike(range.Relation)));
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested && found.Count > 0)
        {
            return Compared(step, plan, chain, found);
        }
        catch (InstanceUnreachableException e) when (found.Count > 0)
        {
            // What was read is saved; if the trouble lasts, the next step meets it without having anything to save.
            var result = Compared(step, plan, chain, found);
            return result with { Events = [.. result.Events, step.Event(RunEventKind.Trouble, $"{e.Message} What was read before is kept.")] };
        }

        return Compared(step, plan, chain, found);
    }

    private static StepResult Compared(Step<DrillState> step, ChainPlan plan, ChainStand chain, List<ChainRange> found) =>
        step.Again(step.State, null, $"{plan.Total - plan.Tasks.Count} of {plan.Total} relations are read for the chain") with
        {
            Chain = found,
            Events =
            [
                .. found.SelectMany(static range => range.Comparison.Contradictions.Select(place => $"{range.Relation}, {place}")).Take(20)
                    .Select(place => step.Event(RunEventKind.Warning, $"copy {chain.Base!.CopyName} does not hold what it should: {place}")),
            ],
        };

    private async Task<(LinkGroups? Middle, LinkGroups? Earlier)> GroupsAsync(
        ChainPlan plan, ChainStand chain, ulong limit, RelationName name, CancellationToken cancellationToken)
    {
        if (chain.Base is not { } middle || plan.Unlike(name) is not null)
        {
            return (null, null);
        }

        var between = await store.ChainGroupsAsync(middle.Drill, name, cancellationToken).ConfigureAwait(false);

        // A limit is a little late: a restored instance gives out transaction ids too. Of a source that stood still a later copy's can be the lower one.
        var inOrder = chain.Earlier is { } first && first.Limit <= middle.Limit && middle.Limit <= limit;
        return (between, inOrder && plan.ReachesBack(name) ? await store.ChainGroupsAsync(chain.Earlier!.Drill, name, cancellationToken).ConfigureAwait(false) : null);
    }

    private async Task<ChainLinkRelations?> RelationsAsync(ChainLink? link, CancellationToken cancellationToken) => link is null
        ? null
        : new ChainLinkRelations(
            link,
            await StancesAsync(link.Drill, cancellationToken).ConfigureAwait(false),
            await store.ChainAsync(link.Drill, cancellationToken).ConfigureAwait(false));

    private async Task<IReadOnlyList<RelationStance>> StancesAsync(RunId drill, CancellationToken cancellationToken) =>
    [
        .. (await store.PartsAsync(drill, ManifestSubject.Relations, cancellationToken).ConfigureAwait(false))
            .Where(static part => part.Moment == ReadingMoment.Copy).SelectMany(static part => CanonicalJson.Read<List<RelationStance>>(part.Text)),
    ];

    private ChainOptions? OptionsOf(Step<DrillState> step) => options.Find(step.Run.Database)?.Chain;
}
