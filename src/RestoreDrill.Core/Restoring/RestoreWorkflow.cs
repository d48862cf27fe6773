using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Restoring;

/// <summary>
/// The emergency restore: the steps of a drill, over the state of a drill, with what a plan says instead of what a drill chooses, and with a hand-over where a drill removes. It needs neither
/// our records nor the source account, damages nothing, and removes nothing.
/// </summary>
public sealed class RestoreWorkflow : IRunWorkflow
{
    private readonly InstallationOptions _options;
    private readonly PlanSteps _plan;
    private readonly CopyBackSteps _copyBack;
    private readonly RestoringSteps _restoring;
    private readonly ControlSteps _control;
    private readonly CatalogSteps _catalog;
    private readonly ReadingSteps _reading;
    private readonly StructureSteps _structure;
    private readonly ConcludingStep _concluding;
    private readonly HandOverSteps _handOver;

    /// <param name="options">The configuration.</param>
    /// <param name="vault">The vault account, in the role <c>restoredrill-restore</c>.</param>
    /// <param name="account">The account that the plan restores in: the vault account, or the other one.</param>
    /// <param name="readers">Read restored instances.</param>
    /// <param name="store">The history of this restore, and what the bucket of facts holds of its copy.</param>
    /// <param name="destination">Where the master password goes.</param>
    /// <param name="time">The clock.</param>
    public RestoreWorkflow(
        InstallationOptions options, IEmergencyAccount vault, IRestoringAccount account, DatabaseReaders readers, IRunStore store, IPasswordDestination destination, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(readers);
        var passwords = new ScratchPasswords();
        _options = options;
        _plan = new PlanSteps(options, vault, account, time);
        _copyBack = new CopyBackSteps(options, vault, account, time);
        _restoring = new RestoringSteps(options, account, time);
        _control = new ControlSteps(options, account, readers.Instance, passwords, time);
        _catalog = new CatalogSteps(readers, store, _control, chain: null, time);
        _reading = new ReadingSteps(options, readers.Instance, store, _control, _catalog, time);
        _structure = new StructureSteps(options, readers.Structure, _control, time);
        _concluding = new ConcludingStep(options, vault, store, kept: null, passwords);
        _handOver = new HandOverSteps(options, account, readers.Instance, _control, destination, time);
    }

    public RunKind Kind => RunKind.Restore;

    public TimeSpan LimitOf(string phase) => phase switch
    {
        RestorePhases.WaitingForCopyBack => _options.Timing.Copy,
        DrillPhases.WaitingForAvailable or RestorePhases.HandingOver => _options.Timing.Restore,
        DrillPhases.TakingControl => _options.Timing.PasswordReset,
        DrillPhases.ReadingCatalog or DrillPhases.Reading or DrillPhases.AskingChecks or DrillPhases.CheckingStructure => _options.Timing.Verify,
        _ => _options.Timing.Trouble,
    };

    public bool Knows(string phase) => RestorePhases.All.Contains(phase);

    /// <exception cref="RunHeldUpException">The restored instance has lost a tag of ours: by them alone is known that it may be changed.</exception>
    public async Task<StepResult> StepAsync(Run run, CancellationToken cancellationToken)
    {
        var step = Step<DrillState>.Of(run);
        try
        {
            var result = await DoAsync(step, cancellationToken).ConfigureAwait(false);
            return result with { Phase = RestorePhases.After(result.Phase) };
        }
        catch (NotOursException e) when (step.State is { ScratchArn: { } arn } && e.Lacks is { } tags)
        {
            throw RestoredOwnership.HeldUp(run.Id, arn, tags, e);
        }
    }

    /// <summary>What fails never takes the instance away: it is the best that there is. Whoever has control of it gets its password all the same.</summary>
    public StepResult Fail(Run run, StepFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        var step = Step<DrillState>.Of(run);
        var state = step.State;
        if (failure.InstanceIsGone)
        {
            return HandOverSteps.End(state with
            {
                Verdict = state.Verdict ?? VerdictRules.WithoutFindings(failure),
                HandOver = (state.HandOver ?? new HandOverStand()) with { IsGone = true },
            });
        }

        switch (run.Phase)
        {
            case RestorePhases.CheckingPlan or RestorePhases.CopyingBack or RestorePhases.WaitingForCopyBack:
                return HandOverSteps.End(state with { Order = null, Verdict = VerdictRules.WithoutFindings(failure) });
            case DrillPhases.Restoring when failure.BlamesTheCopy:
                return HandOverSteps.End(state with { Order = null, Verdict = VerdictRules.WithoutFindings(failure) });
            case DrillPhases.Restoring or DrillPhases.WaitingForAvailable:
            case DrillPhases.TakingControl when state.GoesOnIn is null:
                return HandOverSteps.End(state with
                {
                    Verdict = VerdictRules.WithoutFindings(failure),
                    HandOver = new HandOverStand { Problem = "whether it came to be is not known" },
                });
            case RestorePhases.HandingOver:
                return HandOverSteps.Deliver(state, "it is not handed over", $"its real parameter group {state.Plan!.FinalParameterGroup} is not in force: {failure.Message}");
            case RestorePhases.DeliveringPassword or DrillPhases.TakingControl:
                return HandOverSteps.End(state with
                {
                    Verdict = state.Verdict ?? VerdictRules.WithoutFindings(failure),
                    HandOver = (state.HandOver ?? new HandOverStand { Problem = state.Verdict is null ? "what was restored could not be verified" : null }) with { PasswordProblem = failure.Message },
                });
            default:
                return HandOverSteps.Deliver(
                    state with { Verdict = state.Verdict ?? VerdictRules.WithoutFindings(failure) },
                    "it could not be verified",
                    "what was restored could not be verified");
        }
    }

    private async Task<StepResult> DoAsync(Step<DrillState> step, CancellationToken cancellationToken) =>
        await (step.Run.Phase switch
        {
            RestorePhases.CheckingPlan => _plan.CheckAsync(step, cancellationToken),
            RestorePhases.CopyingBack => _copyBack.CopyAsync(step, cancellationToken),
            RestorePhases.WaitingForCopyBack => _copyBack.WaitAsync(step, cancellationToken),
            DrillPhases.Restoring => _restoring.RestoreAsync(step, cancellationToken),
            DrillPhases.WaitingForAvailable => _restoring.WaitForAvailableAsync(step, cancellationToken),
            DrillPhases.TakingControl => _control.TakeControlAsync(step, cancellationToken),
            DrillPhases.ReadingCatalog => _catalog.ReadAsync(step, cancellationToken),
            DrillPhases.Listing => _reading.ListAsync(step, cancellationToken),
            DrillPhases.Reading => _reading.ReadAsync(step, cancellationToken),
            DrillPhases.AskingChecks => _reading.AskChecksAsync(step, cancellationToken),
            DrillPhases.CheckingStructure => _structure.AskAsync(step, cancellationToken),
            DrillPhases.Concluding => _concluding.ConcludeAsync(step, cancellationToken),
            RestorePhases.HandingOver => _handOver.HandOverAsync(step, cancellationToken),
            RestorePhases.DeliveringPassword => _handOver.DeliverAsync(step, cancellationToken),
            _ => throw new UnknownPhaseException(step.Run),
        }).ConfigureAwait(false);
}
