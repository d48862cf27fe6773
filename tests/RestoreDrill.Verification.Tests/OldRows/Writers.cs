using Npgsql;
using RestoreDrill.Verification.Tests.Instances;

namespace RestoreDrill.Verification.Tests.OldRows;

/// <summary>Sessions that write all over the tables of a source until they are disposed, some hundred transactions a second.</summary>
internal sealed class Writers : IAsyncDisposable
{
    private const int Sessions = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private readonly CancellationTokenSource end = new();
    private readonly List<Task<int>> running = [];
    private int written;
    private int moved;
    private int removed;

    public const int Accounts = 100_000;

    /// <summary>Tables of every kind.</summary>
    public const string Tables =
        """"
        CREATE TABLE accounts (aid int PRIMARY KEY, balance int NOT NULL, filler char(84));
        INSERT INTO accounts SELECT i, 0, '' FROM generate_series(1, 100000) i;
        CREATE TABLE journal (at timestamptz, note text);
        INSERT INTO journal SELECT now(), 'same ' || i % 50 FROM generate_series(1, 20000) i;
        CREATE TABLE essays (id int PRIMARY KEY, title text, body text);
        ALTER TABLE essays ALTER body SET STORAGE EXTERNAL;
        INSERT INTO essays SELECT i, 't' || i, repeat(chr(65 + i % 26), 2500) || i FROM generate_series(1, 2000) i;
        CREATE TABLE marks (id int, term int, mark numeric) PARTITION BY LIST (term);
        CREATE TABLE marks_1 PARTITION OF marks FOR VALUES IN (1);
        CREATE TABLE marks_2 PARTITION OF marks FOR VALUES IN (2);
        INSERT INTO marks SELECT i, 1 + i % 2, i / 7.0 FROM generate_series(1, 20000) i;
        CREATE SCHEMA "Größe ""x""";
        CREATE TABLE "Größe ""x"""."Kurse_übung_例" AS SELECT i AS "_rd_", repeat('z', 100) AS g FROM generate_series(1, 5000) i;
        CREATE TABLE zero ();
        INSERT INTO zero SELECT FROM generate_series(1, 2000);
        SELECT lo_from_bytea(i, decode(repeat('ab', 6000), 'hex')) FROM generate_series(10001, 10020) i;
        """";

    public static Writers Start(RestoredInstance instance)
    {
        var writers = new Writers();
        for (var i = 0; i < Sessions; i++)
        {
            writers.running.Add(writers.WriteAsync(instance.Server.ConnectionStringTo(RestoredInstance.Database), i));
        }

        return writers;
    }

    /// <summary>Waits until so many more transactions were made.</summary>
    public async Task MoreAsync(int transactions, CancellationToken ct)
    {
        var enough = Volatile.Read(ref written) + transactions;
        while (Volatile.Read(ref written) < enough)
        {
            if (running.Find(static session => session.IsCompleted) is { } ended)
            {
                await ended;
                Assert.Fail("A session ended before it was told to.");
            }

            await Task.Delay(Pause, TimeProvider.System, ct);
        }
    }

    /// <summary>Ends the sessions; how many transactions they made.</summary>
    public async Task<int> EndAsync()
    {
        await end.CancelAsync();
        return (await Task.WhenAll(running)).Sum();
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        end.Dispose();
    }

    private async Task<int> WriteAsync(string connectionString, int session)
    {
        var random = new Random(session);
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        var made = 0;
        while (!end.IsCancellationRequested)
        {
            var aid = random.Next(1, Accounts + 1);
            await using var command = new NpgsqlCommand(
                random.Next(100) switch
                {
                    0 => $"UPDATE essays SET body = reverse(body) WHERE id = {1 + (aid % 2000)}",
                    1 => $"UPDATE essays SET title = title || '+' WHERE id = {1 + (aid % 2000)}",
                    < 7 => $"BEGIN; UPDATE accounts SET balance = 9 WHERE aid = {aid}; ROLLBACK",
                    // One each: the server refuses the second of two who write one part of one large object at the same moment ("tuple concurrently updated").
                    < 10 => $"SELECT lo_put({10007 + session}, 2100, 'changed')",
                    // Behind the blocks that are damaged nothing else may happen. One block after the other, however many there are of these on a slow machine: of a block that
                    // loses more than six rows of 160 before it is read, none is judged.
                    < 15 => $"UPDATE marks SET term = 3 - term WHERE id = {1 + (Interlocked.Increment(ref moved) * 331 % 6000)}",
                    < 20 => $"INSERT INTO journal SELECT now(), 'same' FROM generate_series(1, 3); DELETE FROM journal WHERE ctid = '({Interlocked.Increment(ref removed) % 50},{1 + random.Next(100)})'",
                    _ => $"UPDATE accounts SET balance = balance + 1 WHERE aid = {aid}",
                },
                connection);
            await command.ExecuteNonQueryAsync();
            made++;
            Interlocked.Increment(ref written);
            await Task.Delay(Pause, TimeProvider.System, CancellationToken.None);
        }

        return made;
    }
}
