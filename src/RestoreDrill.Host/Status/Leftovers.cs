using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Runs;
using RestoreDrill.Host.Composition;

namespace RestoreDrill.Host.Status;

/// <summary>Looks whether what runs left behind is still there. Only looks: removing is a run's or a person's work.</summary>
internal sealed class Leftovers(InstallationId installation, Ports ports, TimeProvider time)
{
    /// <summary>How long status waits for one answer of AWS.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ResourceNames _names = new(installation);

    /// <summary>False: it is gone; null: AWS could not be asked.</summary>
    /// <param name="run">The run, finished with a defect.</param>
    /// <param name="others">Runs of the same database, one of which may have made it good.</param>
    /// <param name="cancellationToken">Cancels the look.</param>
    public async Task<bool?> IsStillThereAsync(Run run, IEnumerable<Run> others, CancellationToken cancellationToken)
    {
        if (DepositStand.Of(run) is { IsComplete: false } && !others.Any(other => DepositStand.Of(other)?.For.Contains(run.Id) == true))
        {
            return true;
        }

        if (run.Kind == RunKind.Restore)
        {
            // Its instance is to stay.
            return false;
        }

        var look = await AwsLook<object>.AtAsync(async token => run.Kind == RunKind.Drill
            ? await ports.Scratch.FindAsync(_names.ScratchInstance(run.Id), token) is not null
            : await ports.Source.FindSnapshotAsync(_names.StagingSnapshot(run.Id), token) is not null
                || await ports.Source.FindSnapshotAsync(_names.ReencryptedSnapshot(run.Id), token) is not null, Patience, time, cancellationToken);
        return (bool?)look.Answer;
    }

    /// <summary>Scratch instances of this installation that no open drill uses; null: AWS could not be asked.</summary>
    public async Task<IReadOnlyList<string>?> ScratchInstancesAsync(IReadOnlyCollection<Run> runs, CancellationToken cancellationToken)
    {
        var used = runs.Where(static run => run is { Kind: RunKind.Drill, FinishedAt: null }).Select(run => _names.ScratchInstance(run.Id)).ToHashSet();
        var look = await AwsLook<IReadOnlyList<CloudInstance>>.AtAsync(token => ports.Scratch.ListAsync(_names.ScratchPrefix, token), Patience, time, cancellationToken);
        return look.Answer is { } instances
            ? [.. instances.Where(instance => !used.Contains(instance.Name)).Select(static instance => $"{instance.Name} ({instance.Status})")]
            : null;
    }
}
