using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Structures;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Drilling;

/// <summary>Reaches the verdict and pins the birth certificate, in one save.</summary>
internal sealed class ConcludingStep(InstallationOptions options, IScratchAccount scratch, IRunStore store, ScratchPasswords passwords)
{
    public async Task<StepResult> ConcludeAsync(Step<DrillState> step, CancellationToken cancellationToken)
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

        var copy = await scratch.FindCopyAsync(state.CopyName!, cancellationToken).ConfigureAwait(false);
        if (copy is not { IsAvailable: true })
        {
            throw new StepFailedException(
                $"Copy {state.CopyName} was restored and read, but it {(copy is null ? "has vanished from the vault account" : $"is '{copy.Status}' now")}: there is nothing to restore from any more. "
                + "RestoreDrill cannot delete a copy: find out who did. Next: runbooks/drill-failed.md.",
                blamesTheCopy: true);
        }

        var unanswered = StructureQuestions.Of(state.Inventory).Count - state.Structure.Count;
        if (unanswered > 0)
        {
            throw new StepFailedException($"{unanswered} questions about the structure have no recorded answer; nothing can be concluded from that.");
        }

        var (earlier, earlierReadings) = await new EarlierCopies(store).FindAsync(step, cancellationToken).ConfigureAwait(false);
        var findings = new Findings
        {
            Drill = step.Id,
            CopyArn = state.CopyArn!,
            Facts = state.Facts!,
            Identity = state.Identity!,
            Inventory = state.Inventory,
            Readings = readings,
            UserChecks = state.UserChecks,
            Structure = state.Structure,
            Source = await new SourceLookup(store).CompareAsync(step, cancellationToken).ConfigureAwait(false),
            Earlier = earlier,
            EarlierReadings = earlierReadings,
            Database = options.Find(step.Run.Database)
                ?? throw new StepFailedException($"Database '{step.Run.Database}' is no longer in the configuration."),
            KnownToHoldRows = await store.DatabasesKnownToHoldRowsAsync(step.Run.Database, cancellationToken).ConfigureAwait(false),
            Certificate = await store.FindBirthCertificateAsync(state.CopyArn!, cancellationToken).ConfigureAwait(false),
        };
        var (verdict, pin) = VerdictRules.Conclude(findings);
        passwords.Forget(step.Id);
        return Step<DrillState>.Next(DrillPhases.Removing, state with { Verdict = verdict, Earlier = earlier }, $"{verdict.Outcome}: {verdict.Sentence}") with { Pin = pin };
    }
}
