using System.Globalization;
using System.Reflection;
using Npgsql;
using RestoreDrill.Sandbox.Clusters;

namespace RestoreDrill.Sandbox.Sample;

/// <summary>
/// The sample: a course platform in database <c>courses</c> and its invoices in database <c>billing</c>, made by the instance's master user over TCP, as a
/// customer would. Everything in them belongs to the login <see cref="AppUser"/>; the master keeps no right to read it. The same size and seed give
/// the same rows.
/// </summary>
public static class SampleDatabase
{
    /// <summary>The login that owns the sample's objects and that the application (<see cref="SampleWriter"/>) uses.</summary>
    public const string AppUser = "app";

    /// <summary>A login that may read everything and change nothing, as an owner makes one for RestoreDrill to read the source with.</summary>
    public const string ReaderUser = "restoredrill_reader";

    /// <summary>The course platform's database.</summary>
    public const string Courses = "courses";

    /// <summary>The invoices' database.</summary>
    public const string Billing = "billing";

    private const string Reporting = "reporting";
    private const int StatementSeconds = 300;

    /// <summary>
    /// Makes roles, databases (where they are missing) and rows. <see cref="AppUser"/> and <see cref="ReaderUser"/> get the password that the master has at this moment.
    /// </summary>
    /// <param name="master">The master user's connection; its database does not matter.</param>
    /// <param name="size">How many rows.</param>
    /// <param name="seed">What they are made from.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="PostgresException">The sample is there already, or the master lacks a right.</exception>
    public static async Task FillAsync(NpgsqlConnectionStringBuilder master, SampleSize size, int seed, CancellationToken ct)
    {
        var password = master.Password ?? throw new ArgumentException("The master's connection has no password.", nameof(master));
        await using (var session = await OpenAsync(master, "postgres", ct))
        {
            await Sql.ExecuteAsync(session, $"CREATE ROLE {AppUser} LOGIN PASSWORD {Sql.Literal(ScramVerifier.Of(password))}; CREATE ROLE {Reporting} NOLOGIN", ct);
            await Sql.ExecuteAsync(session, $"CREATE ROLE {ReaderUser} LOGIN PASSWORD {Sql.Literal(ScramVerifier.Of(password))}; GRANT pg_read_all_data TO {ReaderUser}", ct);
            await Sql.ExecuteAsync(session, $"GRANT {AppUser} TO CURRENT_USER", ct);
            if (!await Sql.ExistsAsync(session, "SELECT FROM pg_database WHERE datname = $1", Courses, ct))
            {
                await Sql.ExecuteAsync(session, $"CREATE DATABASE {Courses}", ct);
            }
            await Sql.ExecuteAsync(session, $"CREATE DATABASE {Billing} OWNER {AppUser}", ct);
            await Sql.ExecuteAsync(session, $"GRANT CREATE, CONNECT, TEMPORARY ON DATABASE {Courses} TO {AppUser}", ct);
        }
        await using (var session = await OpenAsync(master, Courses, ct))
        {
            await Sql.ExecuteAsync(session, $"GRANT CREATE ON SCHEMA public TO {AppUser}", ct);
            await RunAsync(session, size, seed, ["courses-schema.sql", "courses-rows.sql"], ct);
        }
        await using (var session = await OpenAsync(master, Billing, ct))
        {
            await RunAsync(session, size, seed, ["billing.sql"], ct);
        }
        await using (var session = await OpenAsync(master, "postgres", ct))
        {
            await Sql.ExecuteAsync(session, $"REVOKE {AppUser} FROM CURRENT_USER", ct);
        }
    }

    /// <summary>How the application connects to the server that this master connection leads to.</summary>
    public static NpgsqlConnectionStringBuilder AppConnection(NpgsqlConnectionStringBuilder master) =>
        new(master.ConnectionString) { Username = AppUser, Database = Courses };

    private static async Task RunAsync(NpgsqlConnection session, SampleSize size, int seed, string[] scripts, CancellationToken ct)
    {
        await Sql.ExecuteAsync(session, $"SET ROLE {AppUser}", ct);
        foreach (var (table, rows) in size.Tables)
        {
            await Sql.ExecuteAsync(session, string.Create(CultureInfo.InvariantCulture, $"SET sample.{table} = {rows}"), ct);
        }
        await Sql.ExecuteAsync(session, string.Create(CultureInfo.InvariantCulture, $"SET sample.seed = {seed}"), ct);
        // One transaction per script: all of it or nothing.
        foreach (var script in scripts.Prepend("sample-functions.sql"))
        {
            await using var command = new NpgsqlCommand(await ReadAsync(script, ct), session) { CommandTimeout = StatementSeconds };
            await command.ExecuteNonQueryAsync(ct);
        }
        await Sql.ExecuteAsync(session, "ANALYZE", ct);
    }

    private static async Task<NpgsqlConnection> OpenAsync(NpgsqlConnectionStringBuilder master, string database, CancellationToken ct)
    {
        var session = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(master.ConnectionString) { Database = database, Pooling = false }.ConnectionString);
        await session.OpenAsync(ct);
        return session;
    }

    private static async Task<string> ReadAsync(string script, CancellationToken ct)
    {
        var name = $"{typeof(SampleDatabase).Namespace}.{script}";
        await using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is missing from the program.");
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(ct);
    }
}
