using Npgsql;

namespace RestoreDrill.Sandbox.Tests.Clusters;

/// <summary>One statement in a session of its own.</summary>
internal static class Query
{
    public static async Task<T> ScalarAsync<T>(string connectionString, string sql)
    {
        await using var session = await OpenAsync(connectionString);
        return await ScalarAsync<T>(session, sql);
    }

    public static async Task<T> ScalarAsync<T>(NpgsqlConnection session, string sql)
    {
        await using var command = new NpgsqlCommand(sql, session);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    public static async Task RunAsync(string connectionString, string sql)
    {
        await using var session = await OpenAsync(connectionString);
        await RunAsync(session, sql);
    }

    public static async Task RunAsync(NpgsqlConnection session, string sql)
    {
        await using var command = new NpgsqlCommand(sql, session);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public static async Task<NpgsqlConnection> OpenAsync(string connectionString)
    {
        var session = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await session.OpenAsync(TestContext.Current.CancellationToken);
        return session;
    }
}
