using Npgsql;

namespace RestoreDrill.Sandbox.Tests.Clusters;

/// <summary>Writers whose every transaction moves an amount between two accounts: at any instant all balances sum to zero and equal the transfers.</summary>
internal static class Transfers
{
    private const int Accounts = 500;

    public static Task PrepareAsync(string connectionString) => Query.RunAsync(connectionString, $"""
        CREATE TABLE account (id int PRIMARY KEY, balance bigint NOT NULL, filler text NOT NULL);
        INSERT INTO account SELECT n, 0, repeat('x', 200) FROM generate_series(1, {Accounts}) n;
        CREATE TABLE transfer (id bigserial PRIMARY KEY, account int NOT NULL REFERENCES account, amount bigint NOT NULL);
        """);

    /// <summary>Writes in one session until cancelled; fails when the session is lost.</summary>
    public static async Task RunAsync(string connectionString, Random random, CancellationToken stop)
    {
        await using var session = await Query.OpenAsync(connectionString);
        while (!stop.IsCancellationRequested)
        {
            var from = random.Next(1, Accounts);
            await using var command = new NpgsqlCommand("""
                WITH moved AS (SELECT id, amount FROM (VALUES ($1::int, -$3::bigint), ($2, $3)) v(id, amount)),
                     recorded AS (INSERT INTO transfer (account, amount) SELECT id, amount FROM moved)
                UPDATE account a SET balance = balance + m.amount FROM (SELECT * FROM moved ORDER BY id) m WHERE a.id = m.id
                """, session);
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = from });
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Accounts });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = random.Next(1, 1000) });
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }

    public static async Task WaitForMoreAsync(string connectionString, int transfers)
    {
        await using var session = await Query.OpenAsync(connectionString);
        var start = await Query.ScalarAsync<long>(session, "SELECT count(*) FROM transfer");
        await Eventually.HoldsAsync(
            async () => await Query.ScalarAsync<long>(session, "SELECT count(*) FROM transfer") >= start + transfers, "the writers write on");
    }
}
