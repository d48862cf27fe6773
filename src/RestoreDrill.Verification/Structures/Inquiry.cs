using System.Data;
using System.Globalization;
using Npgsql;
using RestoreDrill.Core.Reading;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Structures;

/// <summary>A question under way: its session, its answer so far, and the time that is left for all of its statements.</summary>
internal sealed class Inquiry(Func<Task<Session>> open, Func<Session, ValueTask> giveBack, Tally tally, TimeProvider time, TimeSpan limit) : IAsyncDisposable
{
    private readonly long started = time.GetTimestamp();
    private Session? current;
    private Func<Task>? beginning;

    public Tally Tally => tally;

    public int MajorVersion => Session.MajorVersion;

    private Session Session => current ?? throw new InvalidOperationException("The inquiry has not been opened.");

    /// <summary>
    /// Opens the session, or another one: the driver closes a connection on which the server spoke of a missing file or an I/O error, as if the whole
    /// server were in question.
    /// </summary>
    public async Task OpenAsync()
    {
        if (current is { Connection.FullState: ConnectionState.Open })
        {
            return;
        }
        if (current is not null)
        {
            await current.DisposeAsync();
        }
        current = await open();
        if (beginning is not null)
        {
            await beginning();
        }
    }

    /// <summary>All rows of a query, within what is left of the time.</summary>
    /// <exception cref="OutOfTimeException">Nothing is left.</exception>
    public async Task<List<T>> RowsAsync<T>(string what, string sql, Func<NpgsqlDataReader, T> row, CancellationToken ct)
    {
        await LimitAsync(ct);
        return await Session.RowsAsync(what, sql, row, ct);
    }

    /// <summary>A statement without rows, within what is left of the time.</summary>
    /// <exception cref="OutOfTimeException">Nothing is left.</exception>
    public async Task ExecuteAsync(string what, string sql, CancellationToken ct)
    {
        await LimitAsync(ct);
        await Session.ExecuteAsync(what, sql, ct);
    }

    /// <summary>Looks at one object. What the server says about it is a finding, or the reason why it was not looked at; either way the question goes on.</summary>
    public async Task LookAsync(string name, string expected, Func<Task> look)
    {
        var isOpen = false;
        try
        {
            await OpenAsync();
            isOpen = true;
            try
            {
                await look();
            }
            catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UndefinedFunction or PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedObject)
            {
                await LookInPublicAsync(look);
            }
        }
        catch (PostgresException e) when (ServerWords.SaysDamaged(e))
        {
            tally.Find(name, expected, Tally.Words(e));
        }
        catch (PostgresException e)
        {
            tally.NotLooked(name, e);
        }
        catch (OutOfTimeException e)
        {
            tally.NotLooked(name, Core.Verdicts.CheckOutcome.TimedOut, e.Message);
        }
        catch (InstanceUnreachableException e) when (isOpen && e.InnerException is NpgsqlException { InnerException: TimeoutException })
        {
            // The server goes on with the statement; another session asks about what is left. If the server itself is gone, that one cannot be opened.
            tally.NotLooked(name, Core.Verdicts.CheckOutcome.TimedOut, "the server heeded neither the statement's limit nor the cancellation, as where damaged pages lead in a circle");
        }
    }

    // A function in an index may count on the path that its users have (PostgreSQL, "CREATE INDEX", on search_path). PostgreSQL's own names still come first.
    private async Task LookInPublicAsync(Func<Task> look)
    {
        await Session.ExecuteAsync("setting a path", "SET search_path = pg_catalog, public, pg_temp", CancellationToken.None);
        try
        {
            await look();
        }
        finally
        {
            await RestoreAsync("SET search_path = pg_catalog, pg_temp", CancellationToken.None);
        }
    }

    /// <summary>Does something, and undoes it: settings, grants, what was made or rebuilt. Within a transaction.</summary>
    public async Task<T> UndoneAsync<T>(Func<Task<T>> work, CancellationToken ct)
    {
        await Session.ExecuteAsync("setting a savepoint", "SAVEPOINT _rd_", ct);
        try
        {
            return await work();
        }
        finally
        {
            await UndoAsync(ct);
        }
    }

    /// <summary>Does something that stays until the transaction's end, or fails and leaves nothing. Within a transaction.</summary>
    public async Task KeptAsync(Func<Task> work, CancellationToken ct)
    {
        await Session.ExecuteAsync("setting a savepoint", "SAVEPOINT _rd_", ct);
        try
        {
            await work();
        }
        catch (Exception e) when (e is PostgresException or OutOfTimeException)
        {
            await UndoAsync(ct);
            throw;
        }
        await Session.ExecuteAsync("releasing a savepoint", "RELEASE SAVEPOINT _rd_", ct);
    }

    /// <summary>Does all of it in a transaction that is rolled back. Where a session is lost, in another one that begins alike.</summary>
    /// <param name="prepare">The first thing in each transaction.</param>
    /// <param name="work">The work.</param>
    /// <param name="ct">Cancels it.</param>
    public async Task InTransactionAsync(Func<Task> prepare, Func<Task> work, CancellationToken ct)
    {
        beginning = async () =>
        {
            // One snapshot: what an index holds is compared with what its table held at the same moment.
            await Session.ExecuteAsync("beginning a transaction", "BEGIN ISOLATION LEVEL REPEATABLE READ", ct);
            if (MajorVersion >= 17)
            {
                await Session.ExecuteAsync("beginning a transaction", "SET LOCAL transaction_timeout = 0", ct);
            }
            await prepare();
        };
        await beginning();
        try
        {
            await work();
        }
        finally
        {
            await RestoreAsync("ROLLBACK", CancellationToken.None);
        }
    }

    public ValueTask DisposeAsync() => current is null ? ValueTask.CompletedTask : giveBack(current);

    private Task UndoAsync(CancellationToken ct) => RestoreAsync("ROLLBACK TO SAVEPOINT _rd_; RELEASE SAVEPOINT _rd_", ct);

    // Where the connection broke, the server rolls back by itself.
    private Task RestoreAsync(string sql, CancellationToken ct) =>
        Session.Connection.FullState == ConnectionState.Open ? Session.ExecuteAsync("restoring the session", sql, ct) : Task.CompletedTask;

    private Task LimitAsync(CancellationToken ct)
    {
        var left = limit - time.GetElapsedTime(started);
        if (left <= TimeSpan.Zero)
        {
            throw new OutOfTimeException(limit);
        }
        // 0 would mean no limit at all.
        var milliseconds = Math.Clamp((long)Math.Ceiling(left.TotalMilliseconds), 1, int.MaxValue);
        return Session.ExecuteAsync("limiting a statement", string.Create(CultureInfo.InvariantCulture, $"SET statement_timeout = {milliseconds}"), ct);
    }
}
