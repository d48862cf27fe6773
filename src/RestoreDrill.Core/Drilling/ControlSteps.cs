using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Restoring;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.SelfTests;

namespace RestoreDrill.Core.Drilling;

/// <summary>
/// Takes control of the restored instance by a fresh master password, which lives only in this process's memory. Applying it is
/// asynchronous on RDS (status <c>resetting-master-credentials</c>, PendingModifiedValues): only a login proves that it works.
/// </summary>
internal sealed class ControlSteps(
    InstallationOptions options, IRestoringAccount account, IInstanceReader reader, ScratchPasswords passwords, TimeProvider time)
{
    private const string WrongPassword = "28P01";
    private const int ResetsAtMost = 10;

    public async Task<StepResult> TakeControlAsync(Step<DrillState> step, CancellationToken cancellationToken)
    {
        var name = step.State.Order!.Name;
        var instance = await account.FindAsync(name, cancellationToken).ConfigureAwait(false)
            ?? throw new StepFailedException($"Instance {name} has vanished. Find out who deleted it; the copy was not judged.", instanceIsGone: true);
        InstanceOwnership.Require(instance, options.Installation, step.Id);
        if (step.State is { Plan: { } plan, HandOver: null } && instance.ParameterGroup == plan.FinalParameterGroup && plan.FinalParameterGroup != plan.Order.ParameterGroup)
        {
            throw RestoredOwnership.HandedOverElsewhere(instance);
        }

        var usable = InstanceStatus.IsUsable(instance);
        if (passwords.Find(step.Id) is null)
        {
            return usable
                ? await ResetAsync(step, name, cancellationToken).ConfigureAwait(false)
                : step.Again(Pause, $"instance {name} is {instance.Status}, a new master password needs it available");
        }

        if (!usable || instance.PasswordPending)
        {
            return step.Again(Pause, $"instance {name} is {instance.Status}, the new master password is being applied") with { KeepsLease = true };
        }

        try
        {
            var identity = await reader.IdentifyAsync(LoginOf(step)!, cancellationToken).ConfigureAwait(false);
            var state = step.State with
            {
                Identity = identity,
                Times = step.State.Times with { FirstAnswerAt = step.State.Times.FirstAnswerAt ?? time.GetUtcNow() },
            };
            var cluster = identity.SystemIdentifier is { } id ? $"system identifier {id}" : $"system identifier not available: {identity.SystemIdentifierReason}";
            return Step<DrillState>.Next(state.GoesOnIn ?? DrillPhases.ReadingCatalog, state, $"first correct answer: PostgreSQL {identity.ServerVersionNumber}, {cluster}") with
            {
                KeepsLease = true,
            };
        }
        catch (InstanceUnreachableException e) when (e.SqlState == WrongPassword)
        {
            return step.Again(Pause, "the new master password is not in force yet") with { KeepsLease = true };
        }
    }

    /// <summary>How this process reaches the restored instance; null if it has no password for it.</summary>
    public InstanceLogin? LoginOf(Step<DrillState> step) => passwords.Find(step.Id) is { } password
        ? new InstanceLogin(step.State.Host!, step.State.Port, step.State.MasterUser!, password, options.Scratch.RootCertificate)
        : null;

    /// <summary>The scratch instance as something that may be damaged: looked at afresh, ours, and the one that was read.</summary>
    public async Task<OwnScratch> OwnScratchAsync(Step<DrillState> step, CancellationToken cancellationToken)
    {
        var state = step.State;
        var instance = await account.FindAsync(state.Order!.Name, cancellationToken).ConfigureAwait(false)
            ?? throw new StepFailedException($"Instance {state.Order.Name} has vanished. Find out who deleted it.");
        return OwnScratch.Of(instance, options, step.Id, (state.ScratchArn, state.Host, state.Port), passwords.Find(step.Id)!, state.Identity!);
    }

    /// <summary>Back to taking control: this process has no password, or the one it has is no longer in force because another process set a new one.</summary>
    public StepResult Retake(Step<DrillState> step, string why)
    {
        passwords.Forget(step.Id);
        return Step<DrillState>.Next(DrillPhases.TakingControl, step.State with { GoesOnIn = step.Run.Phase }, why);
    }

    /// <summary>Runs a step that needs the password; without it, or when it is no longer in force, control is taken again.</summary>
    public async Task<StepResult> WithControlAsync(Step<DrillState> step, Func<InstanceLogin, Task<StepResult>> read)
    {
        if (LoginOf(step) is not { } login)
        {
            return Retake(step, "another process was reading; this one has no password and sets a new one");
        }

        try
        {
            return await read(login).ConfigureAwait(false) with { KeepsLease = true };
        }
        catch (InstanceUnreachableException e) when (e.SqlState == WrongPassword)
        {
            return Retake(step, "the master password was changed by another process; a new one is set");
        }
        catch (InstanceUnreachableException e) when (e.SqlState == "53100")
        {
            throw new StepFailedException($"{e.Message} The instance's disk is full; the copy was not judged. Next: runbooks/drill-failed.md.");
        }
    }

    /// <summary>Shorter than the lease, which is kept.</summary>
    private TimeSpan Pause => options.Timing.Poll < options.Timing.Lease / 3 ? options.Timing.Poll : options.Timing.Lease / 3;

    private async Task<StepResult> ResetAsync(Step<DrillState> step, string name, CancellationToken cancellationToken)
    {
        // An emergency restore goes on however often it was interrupted: each time a person gave the command.
        if (step.State.Plan is null && step.State.PasswordResets >= ResetsAtMost)
        {
            throw new StepFailedException(
                $"The master password of {name} was set {ResetsAtMost} times and control was lost each time; see the run's history for why. The copy was not judged.");
        }

        var password = MasterPassword.Generate();
        await account.ResetMasterPasswordAsync(name, password, options.Installation, step.Id, cancellationToken).ConfigureAwait(false);
        passwords.Keep(step.Id, password);
        return step.Again(step.State with { PasswordResets = step.State.PasswordResets + 1 }, Pause, $"a fresh master password is set on {name}") with
        {
            KeepsLease = true,
        };
    }
}
