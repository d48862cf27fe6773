using System.Globalization;
using System.Numerics;
using System.Text;
using Npgsql;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Reading;
using RestoreDrill.Sandbox.Clusters;

namespace RestoreDrill.Verification.Tests.Instances;

/// <summary>A real server like an RDS instance, with its reader and ways to put things into it.</summary>
public sealed class RestoredInstance : IAsyncLifetime
{
    public const string Master = "Master User";
    public const string Password = "Secret-never-shown-4711";
    public const string Database = "school";
    public const long Seed = -7_305_128_441_119_203_558;

    private static int databases;
    private readonly List<(string Name, string Test)> ofTests = [];
    private TemporaryPostgres? server;

    public TemporaryPostgres Server => server ?? throw new InvalidOperationException("Not started.");

    public PostgresCluster Cluster => Server.Cluster;

    public InstanceLogin Login => LoginTo(Cluster);

    private PostgresBinaries? Binaries { get; init; }

    public PostgresInstanceReader Reader { get; } = new(TimeProvider.System);

    public static InstanceLogin LoginTo(PostgresCluster cluster) =>
        new("localhost", cluster.Port, Master, MasterPassword.Of(Password), cluster.Options.Certificate!.AuthorityFile);

    /// <summary>Starts one.</summary>
    /// <param name="binaries">The server programs; this machine's unless given.</param>
    public static async Task<RestoredInstance> StartAsync(PostgresBinaries? binaries = null)
    {
        var instance = new RestoredInstance { Binaries = binaries };
        await instance.InitializeAsync();
        return instance;
    }

    public async ValueTask InitializeAsync() => server = await TemporaryPostgres.StartLikeRdsAsync(
        Master,
        Password,
        Database,
        CancellationToken.None,
        new Dictionary<string, string> { ["wal_level"] = "logical", ["max_logical_replication_workers"] = "0", ["max_prepared_transactions"] = "4" },
        binaries: Binaries);

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }

    /// <summary>
    /// An empty database of the master's. Those that earlier tests made go first: every listing enters each database, every copy of the server copies it.
    /// </summary>
    /// <param name="options">For example <c>ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0</c>.</param>
    public async Task<string> NewDatabaseAsync(string options = "")
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"db{Interlocked.Increment(ref databases)}");
        if (TestContext.Current.Test is { UniqueID: var test })
        {
            await RemoveThoseOfOtherTestsAsync(test);
            ofTests.Add((name, test));
        }

        await AsMasterAsync("postgres", $"CREATE DATABASE {name} {options}");
        return name;
    }

    public async Task AsMasterAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(Server.ConnectionStringTo(database));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async Task AsAdminAsync(string database, string sql)
    {
        await using var connection = await Cluster.ConnectAsAdminAsync(database, CancellationToken.None);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>SQL whose bytes are Latin 1, as a client of such a database sends them.</summary>
    public async Task InBytesAsync(string database, string encoding, string sql)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var builder = new NpgsqlConnectionStringBuilder(Server.ConnectionStringTo(database)) { ClientEncoding = encoding, Encoding = "iso-8859-1" };
        await using var connection = new NpgsqlConnection(builder.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>One value, as the superuser sees it.</summary>
    public async Task<T> AskAdminAsync<T>(string database, string sql)
    {
        await using var connection = await Cluster.ConnectAsAdminAsync(database, CancellationToken.None);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return await reader.GetFieldValueAsync<T>(0);
    }

    /// <summary>Reads one relation that is known by name; its estimate is 7.</summary>
    public Task<RelationReading> ReadAsync(
        string database, string table, RelationKind kind = RelationKind.Table, string schema = "public", CancellationToken ct = default) =>
        Reader.ReadAsync(Login, new ListedRelation(new RelationName(database, schema, table), kind, 7, 8192), Seed, ct);

    /// <summary>Reads one relation, which has to succeed, and gives its sum.</summary>
    public async Task<BigInteger> SumAsync(string database, string table, RelationKind kind = RelationKind.Table)
    {
        var reading = await ReadAsync(database, table, kind);
        Assert.True(reading.Outcome == ReadingOutcome.Read, reading.Reason);
        return reading.HashSum!.Value;
    }

    private async Task RemoveThoseOfOtherTestsAsync(string test)
    {
        foreach (var name in ofTests.Where(one => one.Test != test).Select(static one => one.Name).ToList())
        {
            try
            {
                await AsAdminAsync("template1", $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.ObjectInUse)
            {
                // A test that failed left a prepared transaction or a slot in it: that is not the next test's failure.
            }
        }

        ofTests.RemoveAll(one => one.Test != test);
    }
}
