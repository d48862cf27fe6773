using System.IO.Enumeration;
using Npgsql;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Clusters;

namespace RestoreDrill.Sandbox.Control;

/// <summary>
/// The full disks. A limit on a file system needs rights that a test may not have, so the server is made to answer as it does when it cannot write a
/// temporary file: whoever reads the image of a row (<c>record_send</c>), in any database, gets SQLSTATE 53100.
/// </summary>
internal sealed class FullDisks
{
    private const string Fill = """
        DO $do$ BEGIN
            IF to_regprocedure('pg_catalog.record_send_of_a_disk_with_room(record)') IS NULL THEN
                ALTER FUNCTION pg_catalog.record_send(record) RENAME TO record_send_of_a_disk_with_room;
                CREATE FUNCTION pg_catalog.record_send(record) RETURNS bytea LANGUAGE plpgsql STABLE AS $function$ BEGIN
                    RAISE EXCEPTION USING ERRCODE = '53100',
                        MESSAGE = 'could not write to file "base/pgsql_tmp/pgsql_tmp' || pg_backend_pid() || '.0": No space left on device';
                END $function$;
            END IF;
        END $do$
        """;

    private const string Free = """
        DO $do$ BEGIN
            IF to_regprocedure('pg_catalog.record_send_of_a_disk_with_room(record)') IS NOT NULL THEN
                DROP FUNCTION pg_catalog.record_send(record);
                ALTER FUNCTION pg_catalog.record_send_of_a_disk_with_room(record) RENAME TO record_send;
            END IF;
        END $do$
        """;

    private readonly Lock gate = new();
    private readonly List<FullDisk> disks = [];

    public void Add(FullDisk disk)
    {
        lock (gate)
        {
            disks.Add(disk);
        }
    }

    /// <summary>Forgets the full disks of that name; all of them without one.</summary>
    public void Remove(string? name)
    {
        lock (gate)
        {
            disks.RemoveAll(disk => name is null || disk.Name == name);
        }
    }

    public FullDisk? Find(string accountId, string identifier)
    {
        lock (gate)
        {
            return disks.Find(disk =>
                FileSystemName.MatchesSimpleExpression(disk.Name, identifier) && (disk.Account is null || Account.Named(disk.Account).Id == accountId));
        }
    }

    public static Task FillAsync(PostgresCluster cluster, CancellationToken ct) => InEveryDatabaseAsync(cluster, Fill, ct);

    /// <summary>Puts PostgreSQL's own function back in its place, where another one stands in for it.</summary>
    public static Task FreeAsync(PostgresCluster cluster, CancellationToken ct) => InEveryDatabaseAsync(cluster, Free, ct);

    private static async Task InEveryDatabaseAsync(PostgresCluster cluster, string statement, CancellationToken ct)
    {
        var databases = new List<string>();
        await using (var admin = await cluster.ConnectAsAdminAsync("postgres", ct))
        {
            await using var command = new NpgsqlCommand("SELECT datname::text FROM pg_database WHERE datallowconn AND datconnlimit <> -2", admin);
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                databases.Add(reader.GetString(0));
            }
        }

        foreach (var database in databases)
        {
            await using var admin = await cluster.ConnectAsAdminAsync(database, ct);
            await Sql.ExecuteAsync(admin, statement, ct);
        }
    }
}
