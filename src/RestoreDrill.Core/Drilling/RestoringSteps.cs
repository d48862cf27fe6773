using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Restoring;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Drilling;

/// <summary>The steps of a drill, and of an emergency restore, from the restore call until the instance is available.</summary>
internal sealed class RestoringSteps(InstallationOptions options, IRestoringAccount account, TimeProvider time)
{
    public async Task<StepResult> RestoreAsync(Step<DrillState> step, CancellationToken cancellationToken)
    {
        var order = step.State.Order!;
        var times = step.State.Times with { AskedAt = step.State.Times.AskedAt ?? time.GetUtcNow() };
        if (step.State.Times.AskedAt is null)
        {
            // Saved before the call, so that the time to restore counts from the first attempt, whoever makes the last.
            return step.Again(step.State with { Times = times }, null, $"restore of {order.Copy} as {order.Name} is asked for");
        }

        var instance = await account.FindAsync(order.Name, cancellationToken).ConfigureAwait(false);
        if (instance is null)
        {
            try
            {
                instance = await account.RestoreAsync(order, cancellationToken).ConfigureAwait(false);
            }
            catch (CloudException e) when (e.Fault == CloudFault.AlreadyExists)
            {
                return step.Again(TimeSpan.FromSeconds(1), $"instance {order.Name} exists already; it is looked at");
            }
            catch (CloudException e) when (step.State.Plan is { } plan && !e.MayPass && !IsOfTheSnapshot(e))
            {
                // A person is there who can mend it: nothing of the emergency restore is given up for that.
                throw RestoredOwnership.NotRestored(e, plan);
            }
            catch (CloudException e) when (e.Fault is CloudFault.NotFound or CloudFault.KeyNotAccessible)
            {
                throw new StepFailedException(
                    $"{e.Message} The copy could not be restored. Next: runbooks/drill-failed.md.",
                    blamesTheCopy: e.Fault == CloudFault.KeyNotAccessible || IsOfTheSnapshot(e));
            }
        }

        InstanceOwnership.Require(instance, options.Installation, step.Id);
        var state = step.State with { Times = times with { AcceptedAt = time.GetUtcNow() }, ScratchArn = instance.Arn };
        return Step<DrillState>.Next(DrillPhases.WaitingForAvailable, state, $"instance {instance.Name} is {instance.Status}");
    }

    public async Task<StepResult> WaitForAvailableAsync(Step<DrillState> step, CancellationToken cancellationToken)
    {
        var name = step.State.Order!.Name;
        var instance = await account.FindAsync(name, cancellationToken).ConfigureAwait(false)
            ?? throw new StepFailedException($"Instance {name} has vanished while it was being restored. Find out who deleted it; the copy was not judged.", instanceIsGone: true);
        InstanceOwnership.Require(instance, options.Installation, step.Id);
        if (!InstanceStatus.IsUsable(instance) || instance.Host is null)
        {
            return step.Again(options.Timing.Poll, $"instance {name} is {instance.Status}");
        }

        if (instance.PubliclyAccessible)
        {
            throw new StepFailedException($"Instance {name} is publicly accessible though it was ordered not to be. The copy was not judged.");
        }

        var state = step.State with
        {
            Times = step.State.Times with { AvailableAt = time.GetUtcNow() },
            Host = instance.Host,
            Port = instance.Port,
            MasterUser = instance.MasterUser,
        };
        return Step<DrillState>.Next(DrillPhases.TakingControl, state, $"instance {name} is available at {instance.Host}:{instance.Port}");
    }

    private static bool IsOfTheSnapshot(CloudException refusal) => refusal.Code is "DBSnapshotNotFound" or "DBSnapshotNotFoundFault";
}
