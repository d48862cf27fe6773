using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Structures;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Drilling;

/// <summary>What a drill has found, put together from what is stored and nothing else.</summary>
/// <param name="options">The configuration.</param>
/// <param name="store">Our records; in an emergency restore, its journal.</param>
/// <param name="kept">What the bucket of facts holds of copies that are older than our records; null: the store answers for them itself.</param>
internal sealed class StoredFindings(InstallationOptions options, IRunStore store, KeptProof? kept)
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

        var known = kept is null ? null : await kept.OfAsync(step.Run.Database, state.CopyName!, state.Facts!, cancellationToken).ConfigureAwait(false);
        var certificate = await store.FindBirthCertificateAsync(state.CopyArn!, cancellationToken).ConfigureAwait(false) ?? Certificate(known, state.CopyArn!);
        if (certificate is null && state.Plan is { Copy.Standing: CopyStanding.Proven })
        {
            // A pass has pinned one: without it, a first reading would be taken for the proof that the plan promises.
            throw new StepFailedException(
                $"Copy {state.CopyName} is proven by the plan, and the bucket of facts gives no birth certificate of it to compare with: nothing can be concluded from that. Next: runbooks/facts-not-kept.md.");
        }

        List<Revocation> revocations =
        [
            .. known is null ? [] : Understood(() => known.Revocations(step.Run.Database)),
            .. await store.RevocationsAsync(step.Run.Database, cancellationToken).ConfigureAwait(false),
        ];
        var holdRows = await store.DatabasesKnownToHoldRowsAsync(step.Run.Database, cancellationToken).ConfigureAwait(false);
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
            Source = Without(known, certificate, await new SourceLookup(store).CompareAsync(step, cancellationToken).ConfigureAwait(false)),
            Planned = state.Plan?.Copy,
            Chain = await ChainOfAsync(step, cancellationToken).ConfigureAwait(false),
            Revocation = revocations.LastOrDefault(one => one.CopyArn == state.CopyArn),
            Dispute = revocations.LastOrDefault(one => one.LaterCopy == state.CopyName),
            Earlier = earlier,
            EarlierReadings = earlierReadings,
            SelfTest = state.SelfTest,
            Database = options.Find(step.Run.Database)
                ?? throw new StepFailedException($"Database '{step.Run.Database}' is no longer in the configuration."),
            KnownToHoldRows = holdRows.Count > 0 || known is null ? holdRows : Understood(() => known.DatabasesHoldingRows(step.Run.Database)),
            Certificate = certificate,
        };
    }

    /// <summary>What was read of the source is lost with the records that had it. Where the copy's own proof is kept, it is compared with that; where nothing is kept, it is not proven.</summary>
    private static SourceFindings Without(KnownOfCopy? known, BirthCertificate? certificate, SourceFindings found) =>
        known is not null && certificate is not null && found is { WasAsked: true, Changed: false, Problem: { } problem }
            ? new SourceFindings { Waived = $"{problem}. Our records were lost and begin after that copy run; the copy is compared with its own proof, which the bucket of facts holds" }
            : found;

    private static BirthCertificate? Certificate(KnownOfCopy? known, string copyArn) => known is null ? null : Understood(() => known.Certificate(copyArn));

    private static T Understood<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException e)
        {
            throw new StepFailedException($"{e.Message} Next: runbooks/facts-not-kept.md.");
        }
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
