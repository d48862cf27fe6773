using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Dashboard.Runs;

/// <summary>Reads runs for a page, which waits no longer than <see cref="Limit"/>.</summary>
internal sealed class RunReader(DashboardReads reads)
{
    /// <summary>A dashboard that hangs says less than one that tells that the store is slow.</summary>
    internal static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    /// <summary>The run that a job carries, or else the one that it joined.</summary>
    /// <param name="job">The job.</param>
    /// <param name="joined">The run that the job says it joined; null: none.</param>
    public Task<RunAnswer> ReadByJobAsync(string job, RunId? joined) => ReadAsync(async token =>
        await reads.OpenRuns.FindByJobAsync(job, token).ConfigureAwait(false)
            ?? (joined is { } id ? await reads.Runs.FindAsync(id, token).ConfigureAwait(false) : null));

    public Task<RunAnswer> ReadAsync(RunId id) => ReadAsync(token => reads.Runs.FindAsync(id, token));

    private async Task<RunAnswer> ReadAsync(Func<CancellationToken, Task<Run?>> find)
    {
        using var limit = new CancellationTokenSource(Limit, reads.Time);
        try
        {
            // Npgsql takes up to two seconds more to cancel a query; the page does not wait for that.
            return await AskAsync(find, limit.Token).WaitAsync(limit.Token).ConfigureAwait(false);
        }
        catch (StoreUnavailableException e)
        {
            return new RunAnswer(null, e.Message);
        }
        catch (InvalidDataException e)
        {
            // A record that was changed: whether the run's outcome counts, nobody can say.
            return new RunAnswer(null, e.Message);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return new RunAnswer(null, FormattableString.Invariant(
                $"RestoreDrill's own store did not answer within {Limit.TotalSeconds} s. The run goes on without this page; look again in a while, or check the store's server."));
        }
    }

    private async Task<RunAnswer> AskAsync(Func<CancellationToken, Task<Run?>> find, CancellationToken cancellationToken)
    {
        if (await find(cancellationToken).ConfigureAwait(false) is not { } run)
        {
            return new RunAnswer(null);
        }

        var events = await reads.Runs.EventsAsync(run.Id, 0, cancellationToken).ConfigureAwait(false);
        var revoked = new RevokedCopies(await reads.Runs.RevocationsAsync(run.Database, cancellationToken).ConfigureAwait(false));
        var now = await reads.Schedules.ClockAsync(cancellationToken).ConfigureAwait(false);
        return new RunAnswer(new RunView(run, events, now) { Revocation = revoked.Of(run) });
    }
}
