using Npgsql;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Reading;
using RestoreDrill.Sandbox.Clusters;

namespace RestoreDrill.Benchmarks;

/// <summary>
/// A server like an RDS instance, with everything in its own memory. What a client reads, ours and pg_dump, comes over TLS, as from RDS; what is one
/// statement whose answer is a row is asked over the local socket, without TLS, which is quicker.
/// </summary>
internal sealed class BenchServer : IAsyncDisposable
{
    private const string Master = "master";
    private const string Password = "only-for-this-measurement";
    public const string Database = "bench";
    private readonly TemporaryPostgres server;

    private BenchServer(TemporaryPostgres server) => this.server = server;

    public InstanceLogin Login =>
        new("localhost", server.Cluster.Port, Master, MasterPassword.Of(Password), server.AuthorityFile!);

    public static async Task<BenchServer> StartAsync(CancellationToken ct) => new(await TemporaryPostgres.StartLikeRdsAsync(
        Master,
        Password,
        Database,
        ct,
        // As many processes as connections, whatever the method.
        new Dictionary<string, string>
        {
            ["max_parallel_workers_per_gather"] = "0", ["shared_buffers"] = "1GB", ["max_wal_size"] = "4GB", ["autovacuum"] = "off", ["work_mem"] = "64MB",
        }));

    public Task<NpgsqlConnection> ConnectAsync(CancellationToken ct) => server.Cluster.ConnectAsAdminAsync(Database, ct);

    public async Task<T> AskAsync<T>(string sql, CancellationToken ct)
    {
        await using var connection = await ConnectAsync(ct);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        return (T)(await command.ExecuteScalarAsync(ct))!;
    }

    public async Task DoAsync(string sql, CancellationToken ct)
    {
        await using var connection = await ConnectAsync(ct);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
