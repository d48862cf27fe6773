using RestoreDrill.Core.Facts;
using RestoreDrill.Core.GuardRails;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Turns;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Drilling;

/// <summary>The drill: look at the guard rails, restore a copy into a scratch instance, verify it, conclude, remove the instance, confirm that it is gone.</summary>
/// <remarks>Cleaning up is a phase: whatever happens once the restore may have been asked for, the drill passes through <see cref="DrillPhases.Removing"/>.</remarks>
public sealed class DrillWorkflow : IRunWorkflow
{
    private readonly InstallationOptions _options;
    private readonly TurnStep _turn;
    private readonly ScratchPlaces _places;
    private readonly GuardRailStep _guardRails;
    private readonly ChoosingSteps _choosing;
    private readonly RestoringSteps _restoring;
    private readonly ControlSteps _control;
    private readonly CatalogSteps _catalog;
    private readonly ReadingSteps _reading;
    private readonly ComparingSteps _comparing;
    private readonly ChainSteps _chain;
    private readonly StructureSteps _structure;
    private readonly SelfTestSteps _selfTest;
    private readonly ConcludingStep _concluding;
    private readonly RehearsalSteps _rehearsal;
    private readonly RemovingSteps _removing;
    private readonly ScratchPasswords _passwords = new();

    /// <param name="options">The configuration.</param>
    /// <param name="scratch">The vault account, in the drill's role.</param>
    /// <param name="guardRails">Looks at the guard rails.</param>
    /// <param name="readers">Read restored instances.</param>
    /// <param name="store">Our records: earlier copy runs, drills and certificates.</param>
    /// <param name="facts">The bucket of facts; asked only where it is configured, and for copies that our records do not know.</param>
    /// <param name="time">The clock.</param>
    /// <param name="random">Chooses among older copies.</param>
    public DrillWorkflow(
        InstallationOptions options, IScratchAccount scratch, GuardRailWatch guardRails, DatabaseReaders readers, IRunStore store, Func<IFactStore> facts, TimeProvider time, Random random)
    {
        var kept = new KeptProof(options, facts, store);
        _options = options;
        _turn = new TurnStep(options, store, time);
        _places = new ScratchPlaces(options, scratch, store);
        _guardRails = new GuardRailStep(guardRails);
        _choosing = new ChoosingSteps(options, scratch, store, kept, time, random);
        _restoring = new RestoringSteps(options, scratch, time);
        _control = new ControlSteps(options, scratch, readers.Instance, _passwords, time);
        _chain = new ChainSteps(options, readers.Chain, store, _control);
        _catalog = new CatalogSteps(readers, store, _control, _chain, time);
        _reading = new ReadingSteps(options, readers.Instance, store, _control, _catalog, time);
        _comparing = new ComparingSteps(options, readers.OldRows, store, _control);
        _structure = new StructureSteps(options, readers.Structure, _control, time);
        _selfTest = new SelfTestSteps(options, readers, store, kept, _control, time);
        _concluding = new ConcludingStep(options, scratch, store, kept, _passwords);
        _rehearsal = new RehearsalSteps(options, scratch, readers.Instance, _control, time);
        _removing = new RemovingSteps(options, scratch, _passwords, time);
    }

    public RunKind Kind => RunKind.Drill;

    public TimeSpan LimitOf(string phase) => phase switch
    {
        DrillPhases.WaitingForTurn => _options.Timing.Turn,
        DrillPhases.WaitingForAvailable or DrillPhases.HandingOver => _options.Timing.Restore,
        DrillPhases.TakingControl => _options.Timing.PasswordReset,
        DrillPhases.ReadingCatalog or DrillPhases.Reading or DrillPhases.AskingChecks or DrillPhases.ComparingRows or DrillPhases.ReadingChain
            or DrillPhases.CheckingStructure or DrillPhases.SelfTesting => _options.Timing.Verify,
        DrillPhases.Removing or DrillPhases.ConfirmingRemoval => _options.Timing.Remove,
        _ => _options.Timing.Trouble,
    };

    public bool Knows(string phase) => DrillPhases.OfEmergency.Contains(phase);

    public Task<StepResult> StepAsync(Run run, CancellationToken cancellationToken)
    {
        var step = Step<DrillState>.Of(run);
        return run.Phase switch
        {
            DrillPhases.WaitingForTurn => _turn.WaitAsync(step, DrillPhases.LookingAtGuardRails, _places.CountAsync, "scratch instances", cancellationToken),
            DrillPhases.LookingAtGuardRails => _guardRails.LookAsync(step, cancellationToken),
            DrillPhases.Choosing => _choosing.ChooseAsync(step, cancellationToken),
            DrillPhases.CheckingTarget => _choosing.CheckTargetAsync(step, cancellationToken),
            DrillPhases.Restoring => _restoring.RestoreAsync(step, cancellationToken),
            DrillPhases.WaitingForAvailable => _restoring.WaitForAvailableAsync(step, cancellationToken),
            DrillPhases.TakingControl => _control.TakeControlAsync(step, cancellationToken),
            DrillPhases.ReadingCatalog => _catalog.ReadAsync(step, cancellationToken),
            DrillPhases.Listing => _reading.ListAsync(step, cancellationToken),
            DrillPhases.Reading => _reading.ReadAsync(step, cancellationToken),
            DrillPhases.AskingChecks => _reading.AskChecksAsync(step, cancellationToken),
            DrillPhases.ComparingRows => _comparing.CompareAsync(step, cancellationToken),
            DrillPhases.ReadingChain => _chain.ReadAsync(step, cancellationToken),
            DrillPhases.CheckingStructure => _structure.AskAsync(step, cancellationToken),
            DrillPhases.SelfTesting => _selfTest.TestAsync(step, cancellationToken),
            DrillPhases.Concluding => _concluding.ConcludeAsync(step, cancellationToken),
            DrillPhases.HandingOver => _rehearsal.HandOverAsync(step, cancellationToken),
            DrillPhases.Removing => _removing.RemoveAsync(step, cancellationToken),
            DrillPhases.ConfirmingRemoval => _removing.ConfirmRemovalAsync(step, cancellationToken),
            _ => throw new UnknownPhaseException(run),
        };
    }

    public StepResult Fail(Run run, StepFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        var step = Step<DrillState>.Of(run);
        switch (run.Phase)
        {
            case DrillPhases.WaitingForTurn or DrillPhases.LookingAtGuardRails or DrillPhases.Choosing or DrillPhases.CheckingTarget:
                return RemovingSteps.End(step.State with { Verdict = VerdictRules.WithoutFindings(failure) }, defect: null);
            case DrillPhases.Removing or DrillPhases.ConfirmingRemoval:
                var left = $"Scratch instance {step.State.Order!.Name} was not removed: {failure.Message} "
                    + "It costs money and may hold production data until it is gone. The verdict stands. Next: runbooks/scratch-left-behind.md.";
                return RemovingSteps.End(step.State, left);
            case DrillPhases.HandingOver:
            case DrillPhases.TakingControl when step.State.GoesOnIn == DrillPhases.HandingOver:
                return RehearsalSteps.GiveUp(step.State, failure);
            case DrillPhases.SelfTesting:
            case DrillPhases.TakingControl when step.State.GoesOnIn == DrillPhases.SelfTesting:
                _passwords.Forget(run.Id);
                return _selfTest.GiveUp(step, failure.Message);
            default:
                _passwords.Forget(run.Id);
                return Step<DrillState>.Next(
                    DrillPhases.Removing,
                    step.State with { Verdict = step.State.Verdict ?? VerdictRules.WithoutFindings(failure) },
                    "the drill cannot go on; the scratch instance is to be removed");
        }
    }
}
