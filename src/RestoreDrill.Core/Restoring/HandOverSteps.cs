using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Restoring;

/// <summary>The steps of an emergency restore that hand its instance over: the real parameter group, then the password.</summary>
internal sealed class HandOverSteps(InstallationOptions options, IRestoringAccount account, IInstanceReader reader, ControlSteps control, IPasswordDestination destination, TimeProvider time)
{
    private readonly ParameterHandOver _parameters = new(options, account);

    /// <summary>Each look decides what is next, so that it does not matter who did what before.</summary>
    public async Task<StepResult> HandOverAsync(Step<DrillState> step, CancellationToken cancellationToken)
    {
        var (state, plan) = (step.State, step.State.Plan!);
        if (state.Verdict is not { Outcome: RunOutcome.Pass })
        {
            return Deliver(state, "it is not proven: it stays under the parameter group that keeps it from acting on the world", "what was restored is not proven");
        }

        return await _parameters.GiveAsync(
            step,
            plan.FinalParameterGroup,
            () => Task.FromResult(Step<DrillState>.Next(
                RestorePhases.DeliveringPassword,
                state with { Times = state.Times with { HandedOverAt = time.GetUtcNow() }, HandOver = new HandOverStand { HandedOverAt = time.GetUtcNow() } },
                $"instance {plan.Order.Name} runs under parameter group {plan.FinalParameterGroup}")),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Shows that the password is in force, and puts it where it belongs. It may come there twice; the last one is in force.</summary>
    public Task<StepResult> DeliverAsync(Step<DrillState> step, CancellationToken cancellationToken) =>
        control.WithControlAsync(step, async login =>
        {
            var stand = await LookAsync(step.State, cancellationToken).ConfigureAwait(false);
            await reader.IdentifyAsync(login, cancellationToken).ConfigureAwait(false);
            try
            {
                await destination.DeliverAsync(step.State.Order!.Name, login, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new StepFailedException($"The master password cannot be delivered to {destination.Words}: {e.Message}");
            }

            return End(step.State with { HandOver = stand with { PasswordIn = destination.Words } });
        });

    /// <summary>On to the password, without a hand-over.</summary>
    public static StepResult Deliver(DrillState state, string note, string problem) =>
        Step<DrillState>.Next(RestorePhases.DeliveringPassword, state with { HandOver = new HandOverStand { Problem = problem } }, note);

    /// <summary>Ends the restore by its verdict; the instance stays, whatever that is.</summary>
    public static StepResult End(DrillState state)
    {
        var verdict = state.Verdict ?? throw new InvalidOperationException("An emergency restore ends only with a verdict.");
        var level = verdict.Level is { } proven ? CanonicalJson.Write<VerdictLevel>(proven).Trim('"') : null;
        var defect = state.HandOver is { HandedOverAt: not null, PasswordIn: not null } || state.Order is null ? null : Defect(state);
        return Step<DrillState>.End(DrillPhases.Finished, state, new RunConclusion(verdict.Outcome, verdict.Sentence, level, defect));
    }

    private static string Defect(DrillState state)
    {
        var (name, stand) = (state.Order!.Name, state.HandOver ?? new HandOverStand());
        if (stand.IsGone)
        {
            return $"Instance {name} has vanished: somebody deleted it, and nothing is handed over. Next: runbooks/emergency-restore.md.";
        }

        List<string> problems = [];
        if (stand.HandedOverAt is null)
        {
            problems.Add(stand.Problem is { } problem ? $"not handed over: {problem}" : "not handed over");
        }

        if (stand is { PasswordIn: null } and ({ PasswordProblem: not null } or { HandedOverAt: not null }))
        {
            problems.Add(stand.PasswordProblem is { } problem ? $"its master password was not delivered: {problem}" : "its master password was not delivered");
        }

        return $"Instance {name} is left as it is, {string.Join("; ", problems).TrimEnd('.')}. It costs money and holds production's data. Next: runbooks/emergency-restore.md.";
    }

    /// <summary>What AWS shows of the instance at the end. That it shows nothing keeps no password back.</summary>
    private async Task<HandOverStand> LookAsync(DrillState state, CancellationToken cancellationToken)
    {
        var stand = state.HandOver ?? new HandOverStand();
        try
        {
            return await account.FindAsync(state.Order!.Name, cancellationToken).ConfigureAwait(false) is { } there
                ? stand with { ParameterGroup = there.ParameterGroup }
                : throw new StepFailedException($"Instance {state.Order.Name} has vanished. Find out who deleted it.", instanceIsGone: true);
        }
        catch (CloudException)
        {
            return stand;
        }
    }
}
