using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Structures;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Drilling;

/// <summary>What a drill has found, put together from what is stored and nothing else.</summary>
internal sealed class StoredFindings(InstallationOptions options, IRunStore store)
{
    /// <exception cref="StepFailedException">Something that was to be read or asked has no stored answer.</exception>
    public async Task<Findings> OfAsync(Step<DrillState> step, CancellationToken cancellationToken)
    {
        var state = step.State;
        var readings = await store.ReadingsAsync(step.Id, cancellationToken).ConfigureAwait(false);
        if (readings.Count != state.Inventory!.Relations.Count)
        {
            throw new StepFailedException(
                $"{state.Inventory.Relations.Count} relations were listed but {readings.Count} readings are recorded; nothing can be concluded from that.");
        }

        if (state.UserChecks.Count != state.AskedChecks.Count)
        {
            throw new StepFailedException(
                $"{state.AskedChecks.Count} checks were to be asked but {state.UserChecks.Count} answers are recorded; nothing can be concluded from that.");
        }

        var unanswered = StructureQuestions.Of(state.Inventory).Count - state.Structure.Count;
        if (unanswered > 0)
        {
            throw new StepFailedException($"{unanswered} questions about the structure have no recorded answer; nothing can be concluded from that.");
        }

        var certificate = await store.FindBirthCertificateAsync(state.CopyArn!, cancellationToken).ConfigureAwait(false);
        if (certificate is null && state.Plan is { Copy.Standing: CopyStanding.Proven })
        {
            // A pass has pinned one: without it, a first reading would be taken for the proof that the plan promises.
            throw new StepFailedException(
                $"Copy {state.CopyName} is proven by the plan, and the bucket of facts gives no birth certificate of it to compare with: nothing can be concluded from that. Next: runbooks/facts-not-kept.md.");
        }

        var revocations = await store.RevocationsAsync(step.Run.Database, cancellationToken).ConfigureAwait(false);
        var (earlier, earlierReadings) = await new EarlierCopies(store).FindAsync(step, cancellationToken).ConfigureAwait(false);
        return new Findings
        {
            Drill = step.Id,
            CopyArn = state.CopyArn!,
            CopyName = state.CopyName!,
            Facts = state.Facts!,
            Identity = state.Identity!,
            Inventory = state.Inventory,
            Readings = readings,
            UserChecks = state.UserChecks,
            Structure = state.Structure,
            Source = await new SourceLookup(store).CompareAsync(step, cancellationToken).ConfigureAwait(false),
            Chain = await ChainOfAsync(step, cancellationToken).ConfigureAwait(false),
            Revocation = revocations.LastOrDefault(one => one.CopyArn == state.CopyArn),
            Dispute = revocations.LastOrDefault(one => one.LaterCopy == state.CopyName),
            Earlier = earlier,
            EarlierReadings = earlierReadings,
            SelfTest = state.SelfTest,
            Database = options.Find(step.Run.Database)
                ?? throw new StepFailedException($"Database '{step.Run.Database}' is no longer in the configuration."),
            KnownToHoldRows = await store.DatabasesKnownToHoldRowsAsync(step.Run.Database, cancellationToken).ConfigureAwait(false),
            Certificate = certificate,
        };
    }

    private async Task<ChainFindings?> ChainOfAsync(Step<DrillState> step, CancellationToken cancellationToken) => step.State.Chain is not { } chain
        ? null
        : new ChainFindings
        {
            Base = chain.Base,
            Earlier = chain.Earlier,
            Problem = chain.Problem,
            Rows =
            [
                .. (await store.ChainAsync(step.Id, cancellationToken).ConfigureAwait(false)).Select(static range => range.Comparison).GroupBy(static range => range.Name)
                    .Select(static relation => relation.Aggregate(static (sum, part) => sum.And(part))),
            ],
        };
}
