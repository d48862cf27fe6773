using System.Net.Sockets;
using Npgsql;

namespace RestoreDrill.Sandbox.Sample;

/// <summary>
/// The application at work: keeps inserting, updating and deleting in <see cref="SampleDatabase.Courses"/> until it is cancelled, one transaction per
/// change. A lost connection is opened again; any other refusal of the server ends the writer with that error.
/// </summary>
/// <param name="connection">As from <see cref="SampleDatabase.AppConnection"/>.</param>
/// <param name="changesPerSecond">How many changes to try for.</param>
/// <param name="random">Decides what is changed.</param>
/// <param name="time">Paces it.</param>
public sealed class SampleWriter(NpgsqlConnectionStringBuilder connection, int changesPerSecond, Random random, TimeProvider time)
{
    private const string Insert = """
        INSERT INTO submissions (submitted_at, homework_id, student_id, answers)
        SELECT clock_timestamp(), h.id, s.id, jsonb_build_object('q1', $2::bigint)
        FROM (SELECT id FROM homework WHERE id >= 1 + $2 % (SELECT max(id) FROM homework) ORDER BY id LIMIT 1) h,
             (SELECT id FROM students WHERE id >= 1 + $1 % (SELECT max(id) FROM students) ORDER BY id LIMIT 1) s
        """;

    private const string Enrol = """
        INSERT INTO students (email, full_name, country, registered_at)
        SELECT 'new' || $1::bigint || '-' || $2::bigint || '@example.org', 'New Student', 'DE', clock_timestamp() ON CONFLICT DO NOTHING
        """;

    private const string Score = """
        UPDATE leaderboard SET points = points + $2 % 100, changed_at = clock_timestamp()
        WHERE student_id = 1 + $1 % (SELECT max(student_id) FROM leaderboard)
        """;

    private const string Grade = """
        UPDATE submissions SET state = 'graded', grade = $2 % 101 WHERE (id, submitted_at) IN
            (SELECT id, submitted_at FROM submissions WHERE id >= $1 % (SELECT max(id) FROM submissions) ORDER BY id LIMIT 1)
        """;

    private const string Rework = """
        UPDATE projects SET settings = settings || jsonb_build_object('stars', $2 % 50) WHERE id = 1 + $1 % (SELECT max(id) FROM projects)
        """;

    private const string Withdraw = """
        DELETE FROM submissions WHERE (id, submitted_at) IN
            (SELECT id, submitted_at FROM submissions WHERE id >= $1 % (SELECT max(id) FROM submissions) + $2 * 0 ORDER BY id LIMIT 1)
        """;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan ReconnectDelay = TimeSpan.FromMilliseconds(250);
    private static readonly (Kind Kind, string Statement)[] Mix =
    [
        (Kind.Insert, Insert), (Kind.Insert, Insert), (Kind.Insert, Insert), (Kind.Insert, Enrol), (Kind.Update, Score), (Kind.Update, Score),
        (Kind.Update, Grade), (Kind.Update, Rework), (Kind.Delete, Withdraw), (Kind.Delete, Withdraw),
    ];

    private long inserted, updated, deleted, reconnected;

    private enum Kind
    {
        Insert,
        Update,
        Delete,
    }

    /// <summary>Rows inserted so far.</summary>
    public long Inserted => Interlocked.Read(ref inserted);

    /// <summary>Rows updated so far.</summary>
    public long Updated => Interlocked.Read(ref updated);

    /// <summary>Rows deleted so far.</summary>
    public long Deleted => Interlocked.Read(ref deleted);

    /// <summary>How often the connection was lost or could not be opened.</summary>
    public long Reconnected => Interlocked.Read(ref reconnected);

    /// <summary>Writes until cancelled; cancelling ends it without an exception.</summary>
    /// <exception cref="PostgresException">The server refused a change for a reason that opening the connection again does not cure.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await WriteAsync(ct);
            }
            catch (Exception e) when (e is not OperationCanceledException && IsLostConnection(e) && !ct.IsCancellationRequested)
            {
                Interlocked.Increment(ref reconnected);
                await PauseAsync(ct);
            }
            catch (Exception e) when (ct.IsCancellationRequested && (e is OperationCanceledException || IsLostConnection(e)))
            {
                return;
            }
        }
    }

    private static bool IsLostConnection(Exception e) => e switch
    {
        // Class 57: shut down, started or cancelled by an operator; class 08: connection.
        PostgresException { SqlState: var state } => state.StartsWith("57P", StringComparison.Ordinal) || state.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException or IOException or SocketException => true,
        _ => false,
    };

    private async Task WriteAsync(CancellationToken ct)
    {
        await using var session = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection.ConnectionString) { Pooling = false }.ConnectionString);
        await session.OpenAsync(ct);
        using var timer = new PeriodicTimer(Tick, time);
        var due = 0.0;
        var last = time.GetTimestamp();
        while (await timer.WaitForNextTickAsync(ct))
        {
            var now = time.GetTimestamp();
            // What could not be done within a second is left out, not caught up with.
            due = Math.Min(due + (time.GetElapsedTime(last, now).TotalSeconds * changesPerSecond), changesPerSecond);
            last = now;
            for (; due >= 1; due--)
            {
                await ChangeAsync(session, ct);
            }
        }
    }

    private async Task ChangeAsync(NpgsqlConnection session, CancellationToken ct)
    {
        var (kind, statement) = Mix[random.Next(Mix.Length)];
        await using var command = new NpgsqlCommand(statement, session);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = random.Next() });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = random.Next() });
        var rows = await command.ExecuteNonQueryAsync(ct);
        switch (kind)
        {
            case Kind.Insert:
                Interlocked.Add(ref inserted, rows);
                break;
            case Kind.Update:
                Interlocked.Add(ref updated, rows);
                break;
            default:
                Interlocked.Add(ref deleted, rows);
                break;
        }
    }

    private async Task PauseAsync(CancellationToken ct)
    {
        try
        {
            await Task.Delay(ReconnectDelay, time, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return;
        }
    }
}
