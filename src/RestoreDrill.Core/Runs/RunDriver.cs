using RestoreDrill.Core.Protection;

namespace RestoreDrill.Core.Runs;

/// <summary>Drives a run in this process, step by step, until it has finished: the command line's clock.</summary>
public sealed class RunDriver(RunEngine engine, TimingOptions timing, TimeProvider time)
{
    /// <summary>Drives the run. While another process holds it, this one waits and looks on.</summary>
    /// <param name="id">The run.</param>
    /// <param name="progress">Told of the run after each step.</param>
    /// <param name="cancellationToken">Stops driving; the run stays open, and the same command goes on with it.</param>
    /// <returns>The finished run.</returns>
    public Task<Run> DriveAsync(RunId id, IProgress<Run>? progress, CancellationToken cancellationToken) => DriveAsync(id, progress, static () => false, cancellationToken);

    /// <summary>As the other, and comes back between two steps where <paramref name="pause"/> asks for it.</summary>
    /// <returns>The run; finished, unless it was asked to pause.</returns>
    public async Task<Run> DriveAsync(RunId id, IProgress<Run>? progress, Func<bool> pause, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pause);
        var owner = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";
        var lastAnswer = time.GetTimestamp();
        while (true)
        {
            StepReport report;
            try
            {
                report = await engine.StepAsync(id, owner, cancellationToken).ConfigureAwait(false);
                lastAnswer = time.GetTimestamp();
            }
            catch (StoreUnavailableException) when (time.GetElapsedTime(lastAnswer) < timing.StorePatience)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken).ConfigureAwait(false);
                continue;
            }
            catch (LeaseLostException)
            {
                // The next turn finds the other process at work and looks on.
                continue;
            }

            progress?.Report(report.Stepped || report.Run.FinishedAt is not null
                ? report.Run
                : report.Run with { Note = $"another process holds this run, at least until its lease of {timing.Lease.TotalSeconds:0} s ends; waiting" });
            if (report.Run.FinishedAt is not null)
            {
                return report.Run;
            }

            if (pause())
            {
                await engine.GiveBackAsync(id, owner, CancellationToken.None).ConfigureAwait(false);
                return report.Run;
            }

            if (report.Wait > TimeSpan.Zero)
            {
                await PauseAsync(id, owner, report.Wait, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Waits; a person who stops the program here does not leave others waiting for a lease that was kept between two steps.</summary>
    private async Task PauseAsync(RunId id, string owner, TimeSpan pause, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await engine.GiveBackAsync(id, owner, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }
}
