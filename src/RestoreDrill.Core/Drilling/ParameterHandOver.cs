using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Drilling;

/// <summary>Gives a restored instance the parameter group that it is to work under, and starts it under that.</summary>
internal sealed class ParameterHandOver(InstallationOptions options, IRestoringAccount account)
{
    private const string PendingReboot = "pending-reboot";
    private const string Applying = "applying";
    private const string InSync = "in-sync";

    /// <summary>Each look decides what is next, so that it does not matter who did what before.</summary>
    /// <param name="step">The step.</param>
    /// <param name="group">The parameter group.</param>
    /// <param name="done">What comes once the instance runs under it.</param>
    /// <param name="cancellationToken">Cancels the looking.</param>
    public async Task<StepResult> GiveAsync(Step<DrillState> step, string group, Func<Task<StepResult>> done, CancellationToken cancellationToken)
    {
        var name = step.State.Order!.Name;
        var instance = await account.FindAsync(name, cancellationToken).ConfigureAwait(false)
            ?? throw new StepFailedException($"Instance {name} has vanished. Find out who deleted it.", instanceIsGone: true);
        InstanceOwnership.Require(instance, options.Installation, step.Id);
        if (!InstanceStatus.IsUsable(instance))
        {
            return step.Again(options.Timing.Poll, $"instance {name} is {instance.Status}");
        }

        if (instance.ParameterGroup != group)
        {
            await account.GiveParameterGroupAsync(name, group, options.Installation, step.Id, cancellationToken).ConfigureAwait(false);
            return step.Again(options.Timing.Poll, $"instance {name} is given parameter group {group}");
        }

        switch (instance.ParameterStatus)
        {
            case PendingReboot:
                await account.RebootAsync(name, options.Installation, step.Id, cancellationToken).ConfigureAwait(false);
                return step.Again(options.Timing.Poll, $"instance {name} is restarted under parameter group {group}");
            case Applying:
                return step.Again(options.Timing.Poll, $"parameter group {group} is being applied to instance {name}");
            case InSync:
                return await done().ConfigureAwait(false);
            default:
                throw new StepFailedException(
                    $"Parameter group {group} of instance {name} is '{instance.ParameterStatus ?? "of no known status"}', which this version of RestoreDrill does not know.");
        }
    }
}
