using System.Collections.Concurrent;
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

    private readonly ConcurrentQueue<FullDisk> disks = new();

    public void Add(FullDisk disk) => disks.Enqueue(disk);

    public FullDisk? Find(string accountId, string identifier) => disks.FirstOrDefault(disk =>
        FileSystemName.MatchesSimpleExpression(disk.Name, identifier) && (disk.Account is null || Account.Named(disk.Account).Id == accountId));

    public static async Task FillAsync(PostgresCluster cluster, CancellationToken ct)
    {
        var databases = new List<string>();
        await using (var admin = await cluster.ConnectAsAdminAsync("postgres", ct))
        {
            await using var command = new NpgsqlCommand("SELECT datname::text FROM pg_database WHERE datallowconn", admin);
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                databases.Add(reader.GetString(0));
            }
        }

        foreach (var database in databases)
        {
            await using var admin = await cluster.ConnectAsAdminAsync(database, ct);
            await Sql.ExecuteAsync(admin, Fill, ct);
        }
    }
}
