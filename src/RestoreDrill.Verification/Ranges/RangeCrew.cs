using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Npgsql;
using RestoreDrill.Core.Reading;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Ranges;

/// <summary>Several connections that take ranges from one queue.</summary>
internal sealed class RangeCrew<TReading>(SessionOpener opener, InstanceLogin login, IRangeReader<TReading> reader, ReadingPace pace, TimeProvider time)
    where TReading : class
{
    private readonly Channel<TReading> finished = Channel.CreateUnbounded<TReading>();
    private readonly long began = time.GetTimestamp();

    public async IAsyncEnumerable<TReading> ReadAsync(IEnumerable<WantedRanges> wanted, [EnumeratorCancellation] CancellationToken ct)
    {
        var connections = Math.Max(1, pace.Connections);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var working = WorkAsync(new RangeQueue(wanted, connections, pace.FirstBytes), connections, end.Token);
        try
        {
            // Not cancelled: what was finished is given before the cancellation is thrown.
            await foreach (var reading in finished.Reader.ReadAllAsync(CancellationToken.None))
            {
                yield return reading;
            }

            await working;
        }
        finally
        {
            await end.CancelAsync();
            await working.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task WorkAsync(RangeQueue queue, int connections, CancellationToken ct)
    {
        var seats = Enumerable.Range(0, connections).Select(_ => queue.Sit()).ToList();
        try
        {
            await Task.WhenAll(seats.Select(seat => WorkAsync(queue, seat, ct)));
        }
        finally
        {
            finished.Writer.Complete();
        }
    }

    /// <summary>One connection's work. When it breaks, the others end what they have under way.</summary>
    private async Task WorkAsync(RangeQueue queue, Seat seat, CancellationToken ct)
    {
        Session? session = null;
        var isDone = false;
        try
        {
            var given = 0;
            while ((given == 0 || TimeLeft > TimeSpan.Zero) && await queue.NextAsync(seat, Target, ct) is { } task)
            {
                if (session?.Database != task.Work.Database)
                {
                    await CloseAsync(session);
                    session = null;
                    session = await OpenAsync(queue, seat, task, ct);
                }

                if (session is null)
                {
                    continue;
                }

                var started = time.GetTimestamp();
                if (await CarryOutAsync(queue, session, task, ct) is { } reading)
                {
                    finished.Writer.TryWrite(reading);
                    given++;
                }

                await RestAsync(queue, time.GetElapsedTime(started), ct);
            }

            isDone = true;
        }
        finally
        {
            queue.Leave(seat, endsAll: !isDone);
            await CloseAsync(session);
        }
    }

    private TimeSpan TimeLeft => pace.Stint - time.GetElapsedTime(began);

    /// <summary>Towards the end of the stint ranges become shorter, so that the connections finish together.</summary>
    private TimeSpan Target
    {
        get
        {
            var (whole, left) = (pace.Statement, TimeLeft);
            return left >= whole ? whole : left > whole / 10 ? left : whole / 10;
        }
    }

    /// <summary>Rests in full at the end of a stint too: the next one may begin at once.</summary>
    private async Task RestAsync(RangeQueue queue, TimeSpan worked, CancellationToken ct)
    {
        var rest = worked * ((1 / pace.DutyCycle) - 1);
        if (rest > TimeSpan.Zero && !queue.IsDrained)
        {
            await Task.Delay(rest, time, ct);
        }
    }

    /// <summary>A session in the task's database; null where there can be no further one and another connection does the work.</summary>
    private async Task<Session?> OpenAsync(RangeQueue queue, Seat seat, RangeTask task, CancellationToken ct)
    {
        queue.Entered(seat, null);
        try
        {
            var session = await opener.OpenAsync(login, task.Work.Database, SessionPurpose.Reading, ct);
            queue.Entered(seat, task.Work.Database);
            return session;
        }
        catch (InstanceUnreachableException e) when (e.SqlState == PostgresErrorCodes.TooManyConnections
            && queue.TryLeaveToOthers(seat, task, ServerWords.IsLimitOfDatabase(e.InnerException)))
        {
            return null;
        }
    }

    private async Task<TReading?> CarryOutAsync(RangeQueue queue, Session session, RangeTask task, CancellationToken ct)
    {
        var work = task.Work;
        if (task.Range is not { } range)
        {
            var (shape, settled) = await reader.BeginAsync(session, work.Name, ct);
            if (settled is null)
            {
                queue.Open(work, shape!);
            }
            else
            {
                queue.Settle(work);
            }

            return settled;
        }

        var (reading, took) = await reader.ReadAsync(session, work, range, ct);
        if (took is { } learned)
        {
            queue.Learn(work, range, learned);
        }
        else
        {
            queue.Settle(work);
        }

        return reading;
    }

    private static ValueTask CloseAsync(Session? session) => session is null ? ValueTask.CompletedTask : session.DisposeAsync();
}
