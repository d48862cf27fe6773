using Npgsql;

namespace RestoreDrill.CorruptionMatrix.Sites;

/// <summary>The source instance: the sample, and beside it one object for each fault.</summary>
internal sealed class SourceDatabase(Site site)
{
    // A name that has to be quoted in SQL, and must not be in a connection.
    private const string Quoted = "Prüfungen \"2026\"";

    public async Task PrepareAsync(CancellationToken ct)
    {
        await ExecuteAsync("CREATE DATABASE \"Prüfungen \"\"2026\"\"\"", ct);
        await ExecuteAsync(
            """"CREATE SCHEMA "Größe ""x"""; CREATE TABLE "Größe ""x"""."Noten; 1" AS SELECT n AS "Nr.", md5(n::text) AS "Na""me" FROM generate_series(1, 500) n"""", ct, Quoted);
        await ExecuteAsync(await ScriptAsync("first.sql", ct), ct);

        // On RDS its master user may do that.
        await site.Sandbox.Control.ExecuteAsync(
            Site.Instance, "source", Site.Database, "CREATE EVENT TRIGGER noticing ON ddl_command_end EXECUTE FUNCTION matrix.noticed()", ct);

        // What an older copy holds of a page is on its disk.
        await ExecuteAsync("CHECKPOINT", ct);
    }

    /// <summary>What changes between the older and the newer copy.</summary>
    public async Task GoOnAsync(CancellationToken ct) => await ExecuteAsync(await ScriptAsync("later.sql", ct), ct);

    public async Task ExecuteAsync(string sql, CancellationToken ct, string database = Site.Database)
    {
        var master = await site.Cloud.MasterAsync(Site.Instance);
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(master.ConnectionString) { Database = database }.ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync(ct);
    }

    private static Task<string> ScriptAsync(string name, CancellationToken ct) => File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Source", name), ct);
}
