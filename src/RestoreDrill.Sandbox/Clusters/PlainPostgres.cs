namespace RestoreDrill.Sandbox.Clusters;

/// <summary>
/// A plain PostgreSQL for the product's own store: a login and a database on 127.0.0.1, kept in a directory from one start to the next. Its server
/// ends with this process.
/// </summary>
public sealed class PlainPostgres : IAsyncDisposable
{
    private PlainPostgres(PostgresCluster cluster, string connectionString) => (Cluster, ConnectionString) = (cluster, connectionString);

    public PostgresCluster Cluster { get; }

    /// <summary>For Npgsql, password included: never to be logged.</summary>
    public string ConnectionString { get; }

    /// <summary>
    /// Starts the server in the directory, making cluster, login and database on the first occasion. The login owns the database and may create others.
    /// </summary>
    public static async Task<PlainPostgres> StartAsync(ClusterOptions options, string user, string password, string database, CancellationToken ct)
    {
        var cluster = PostgresCluster.ExistsAt(options.Directory)
            ? await PostgresCluster.OpenAsync(options, ct)
            : await PostgresCluster.CreateAsync(options, ct);
        await cluster.StartAsync(ct);
        try
        {
            await EnsureAsync(cluster, user, password, database, ct);
            return new PlainPostgres(cluster, cluster.ConnectionFor(user, password, database).ConnectionString);
        }
        catch (Exception)
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => Cluster.DisposeAsync();

    private static async Task EnsureAsync(PostgresCluster cluster, string user, string password, string database, CancellationToken ct)
    {
        await using var admin = await cluster.ConnectAsAdminAsync("postgres", ct);
        var verb = await Sql.ExistsAsync(admin, "SELECT FROM pg_roles WHERE rolname = $1", user, ct) ? "ALTER" : "CREATE";
        await Sql.ExecuteAsync(admin, $"{verb} ROLE {Sql.Name(user)} LOGIN CREATEDB PASSWORD {Sql.Literal(ScramVerifier.Of(password))}", ct);
        if (!await Sql.ExistsAsync(admin, "SELECT FROM pg_database WHERE datname = $1", database, ct))
        {
            await Sql.ExecuteAsync(admin, $"CREATE DATABASE {Sql.Name(database)} OWNER {Sql.Name(user)}", ct);
        }
    }
}
