using System.Security.Cryptography;
using Npgsql;
using RestoreDrill.Sandbox.Certificates;

namespace RestoreDrill.Sandbox.Clusters;

/// <summary>
/// A disposable PostgreSQL for tests, in a new directory under the system's temporary one. Server and directory go when this is disposed, and when
/// this process is killed. Starting takes about half a second: share one per fixture and use <see cref="CreateDatabaseAsync"/> per test.
/// </summary>
public sealed class TemporaryPostgres : IAsyncDisposable
{
    private readonly string directory;
    private readonly NpgsqlConnectionStringBuilder connection;

    private TemporaryPostgres(string directory, PostgresCluster cluster, NpgsqlConnectionStringBuilder connection)
    {
        (this.directory, Cluster, this.connection) = (directory, cluster, connection);
        // A pool would hold sessions of databases and servers that are gone.
        connection.Pooling = false;
    }

    public PostgresCluster Cluster { get; }

    /// <summary>Over TCP; not pooled. Plain: user <c>test</c>, database <c>test</c>, no TLS. Like RDS: the master, TLS fully verified.</summary>
    public string ConnectionString => connection.ConnectionString;

    /// <summary>The certificate authority's file, where the server has TLS.</summary>
    public string? AuthorityFile => Cluster.Options.Certificate?.AuthorityFile;

    /// <summary>A plain server without TLS whose login <c>test</c> may create databases.</summary>
    public static Task<TemporaryPostgres> StartAsync(CancellationToken ct) => StartAsync(new Dictionary<string, string>(), ct);

    /// <summary>A plain server with these parameters.</summary>
    public static async Task<TemporaryPostgres> StartAsync(IReadOnlyDictionary<string, string> parameters, CancellationToken ct)
    {
        var directory = NewDirectory();
        await ServerAccount.Current.MakeDirectoryAsync(directory, ct);
        try
        {
            var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
            var plain = await PlainPostgres.StartAsync(Options(directory, parameters, null), "test", password, "test", ct);
            return new TemporaryPostgres(directory, plain.Cluster, new NpgsqlConnectionStringBuilder(plain.ConnectionString));
        }
        catch (Exception)
        {
            await PostgresCluster.RemoveAsync(directory, CancellationToken.None);
            throw;
        }
    }

    /// <summary>A server like an RDS instance: TLS, a master user that is no superuser, the database <c>rdsadmin</c>, the master's own first database.</summary>
    /// <param name="masterUser">The master user's name.</param>
    /// <param name="masterPassword">Its password.</param>
    /// <param name="firstDatabase">The master's own first database.</param>
    /// <param name="ct">Cancels the start.</param>
    /// <param name="parameters">Server parameters, if any.</param>
    /// <param name="extensions">What the master may create; <see cref="ExtensionList.LikeRds"/> unless given.</param>
    /// <param name="binaries">The server programs; this machine's unless given.</param>
    public static async Task<TemporaryPostgres> StartLikeRdsAsync(
        string masterUser, string masterPassword, string firstDatabase, CancellationToken ct, IReadOnlyDictionary<string, string>? parameters = null,
        ExtensionList? extensions = null, PostgresBinaries? binaries = null)
    {
        var directory = NewDirectory();
        await ServerAccount.Current.MakeDirectoryAsync(directory, ct);
        PostgresCluster? cluster = null;
        try
        {
            var certificate = await SandboxCertificates.EnsureAsync(directory, TimeProvider.System, ct);
            cluster = await PostgresCluster.CreateAsync(
                Options(directory, parameters ?? new Dictionary<string, string>(), certificate) with { Extensions = extensions ?? ExtensionList.LikeRds, Binaries = binaries }, ct);
            await cluster.StartAsync(ct);
            await RdsRoles.PrepareAsync(cluster, masterUser, masterPassword, firstDatabase, ct);
            return new TemporaryPostgres(directory, cluster, cluster.ConnectionFor(masterUser, masterPassword, firstDatabase));
        }
        catch (Exception)
        {
            if (cluster is not null)
            {
                await cluster.KillAsync(CancellationToken.None);
            }
            await PostgresCluster.RemoveAsync(directory, CancellationToken.None);
            throw;
        }
    }

    /// <summary>How to connect to another database of this server, as the same user.</summary>
    public string ConnectionStringTo(string database) => new NpgsqlConnectionStringBuilder(ConnectionString) { Database = database }.ConnectionString;

    /// <summary>Creates a database owned by this server's user; how to connect to it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="ct">Cancels the creation.</param>
    /// <param name="template">The database that it is a copy of, to which nobody is connected; it is empty unless given.</param>
    public async Task<string> CreateDatabaseAsync(string name, CancellationToken ct, string? template = null)
    {
        await using var session = new NpgsqlConnection(ConnectionString);
        await session.OpenAsync(ct);

        // From PostgreSQL 15 on every page is logged otherwise: four times the work, for servers that need no log of it.
        var strategy = (Cluster.Options.Binaries ?? PostgresBinaries.Locate()).MajorVersion >= 15 ? " STRATEGY file_copy" : "";
        await Sql.ExecuteAsync(session, $"CREATE DATABASE {Sql.Name(name)} TEMPLATE {Sql.Name(template ?? "template1")}{strategy}", ct);
        return ConnectionStringTo(name);
    }

    public async ValueTask DisposeAsync()
    {
        await Cluster.KillAsync(CancellationToken.None);
        await PostgresCluster.RemoveAsync(directory, CancellationToken.None);
    }

    private static string NewDirectory() =>
        Path.Combine(Path.GetTempPath(), "restoredrill-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)));

    private static ClusterOptions Options(string directory, IReadOnlyDictionary<string, string> parameters, ServerCertificate? certificate) => new()
    {
        Directory = Path.Combine(directory, "cluster"), Parameters = parameters, Certificate = certificate, RemovedWithUs = directory,
    };
}
