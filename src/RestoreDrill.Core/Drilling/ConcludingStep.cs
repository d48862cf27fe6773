using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Drilling;

/// <summary>Reaches the verdict from what is stored, and pins the birth certificate, in one save. A scratch instance may be damaged by now: it is not asked.</summary>
internal sealed class ConcludingStep(InstallationOptions options, IRestoringAccount account, IRunStore store, KeptProof? kept, ScratchPasswords passwords)
{
    public async Task<StepResult> ConcludeAsync(Step<DrillState> step, CancellationToken cancellationToken)
    {
        var state = step.State;
        var copy = await account.FindCopyAsync(state.CopyName!, cancellationToken).ConfigureAwait(false);
        if (copy is not { IsAvailable: true })
        {
            throw new StepFailedException(
                $"Copy {state.CopyName} was restored and read, but it {(copy is null ? "has vanished from the vault account" : $"is '{copy.Status}' now")}: there is nothing to restore from any more. "
                + "RestoreDrill cannot delete a copy: find out who did. Next: runbooks/copy-missing.md.",
                blamesTheCopy: true);
        }

        var findings = await new StoredFindings(options, store, kept).OfAsync(step, cancellationToken).ConfigureAwait(false);
        var (verdict, pin) = VerdictRules.Conclude(findings);
        var revocation = ChainChecks.Revocation(findings, verdict.Outcome);
        var isHandedOver = state.Plan is not null || (state.Rehearsal is not null && verdict.Outcome == RunOutcome.Pass);
        if (!isHandedOver)
        {
            passwords.Forget(step.Id);
        }

        return Step<DrillState>.Next(isHandedOver ? DrillPhases.HandingOver : DrillPhases.Removing, state with { Verdict = verdict, Earlier = findings.Earlier }, $"{verdict.Outcome}: {verdict.Sentence}") with
        {
            Pin = pin,
            Revocation = revocation,
            Events = revocation is null ? [] : [step.Event(RunEventKind.Warning, $"{revocation}. See runbooks/drill-failed.md.")],
        };
    }
}
