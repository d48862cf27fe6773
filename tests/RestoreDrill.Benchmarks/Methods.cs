using System.Diagnostics;
using System.Globalization;
using Npgsql;
using RestoreDrill.Core.Reading;
using RestoreDrill.Sandbox.Clusters;
using RestoreDrill.Verification;

namespace RestoreDrill.Benchmarks;

/// <summary>Our fingerprint, what it could cost at least, and what others do. All but <see cref="OursTwice"/> with one connection.</summary>
internal static class Methods
{
    public const string Ours = "fingerprint, 1 connection";
    public const string OursTwice = "fingerprint, 2 connections";
    public const string ImageFloor = "images only";
    public const string BareScan = "bare scan";
    public const string Dump = "pg_dump to nowhere";
    public const string DumpSha = "pg_dump | sha256sum";
    public const string Md5Sum = "md5 and sum per row";
    public const string Md5StringAgg = "md5(string_agg)";

    public static async Task<IReadOnlyList<Method>> AllAsync(BenchServer server, CancellationToken ct)
    {
        var reader = new PostgresInstanceReader(TimeProvider.System);
        var listed = await reader.ListAsync(server.Login, ct);
        List<UnreadRelation> relations = [.. listed.Relations.Where(static relation => relation.Name.Schema == "public").Select(static relation => new UnreadRelation(relation, []))];
        var md5Sum = await EachAsync(async name =>
        {
            // As data-diff does: text of every column, md5 over the row, 60 bits of it summed.
            var columns = await server.AskAsync<string>(
                $"SELECT string_agg(format('coalesce(%I::text, ''<null>'')', attname), ', ' ORDER BY attnum) FROM pg_attribute WHERE attrelid = '{name}'::regclass AND attnum > 0",
                ct);
            return $"SELECT count(*), sum(('x' || substring(md5(concat_ws('|', {columns})), 18))::bit(60)::int8) FROM {name} t";
        });
        return
        [
            new Method(Ours, token => FingerprintAsync(server, reader, relations, 1, token)),
            new Method(OursTwice, token => FingerprintAsync(server, reader, relations, 2, token)),
            Sql(server, ImageFloor, Each(static name => $"SELECT sum(octet_length(record_send(t))) FROM {name} t")),
            Sql(server, BareScan, Each(static name => $"SELECT count(*) FROM {name} t")),
            new Method(Dump, token => DumpAsync(server, "> /dev/null", token)),
            new Method(DumpSha, token => DumpAsync(server, "| sha256sum > /dev/null", token)),
            Sql(server, Md5Sum, md5Sum),
            Sql(server, Md5StringAgg, Each(static name => $"SELECT md5(string_agg(t::text, '' ORDER BY id)) FROM {name} t")),
        ];
    }

    private static List<string> Each(Func<string, string> statement) => [.. BenchTables.Names.Select(statement)];

    private static async Task<List<string>> EachAsync(Func<string, Task<string>> statement)
    {
        var statements = new List<string>();
        foreach (var name in BenchTables.Names)
        {
            statements.Add(await statement(name));
        }

        return statements;
    }

    private static async Task FingerprintAsync(
        BenchServer server, PostgresInstanceReader reader, IReadOnlyList<UnreadRelation> relations, int connections, CancellationToken ct)
    {
        var order = new ReadingOrder { Relations = relations, Seed = 4711, Options = new ReadingOptions { Connections = connections } };
        var ranges = new List<RangeReading>();
        await foreach (var range in reader.ReadAsync(server.Login, order, ct))
        {
            ranges.Add(range);
        }

        var read = relations.Select(unread => RelationReading.Of(unread.Relation, [.. ranges.Where(range => range.Relation == unread.Relation.Name)]));
        if (read.Any(static reading => reading is not { Outcome: ReadingOutcome.Read, Rows: > 0 }))
        {
            throw new InvalidOperationException("A table was not read to its end: nothing is measured.");
        }
    }

    private static Method Sql(BenchServer server, string name, IReadOnlyList<string> statements) => new(name, async ct =>
    {
        await using var connection = await server.ConnectAsync(ct);
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand($"SET enable_indexscan = off; SET enable_indexonlyscan = off; SET enable_bitmapscan = off; {statement}", connection)
            {
                CommandTimeout = 0,
            };
            await command.ExecuteScalarAsync(ct);
        }
    });

    private static async Task DumpAsync(BenchServer server, string target, CancellationToken ct)
    {
        var program = Path.Combine(PostgresBinaries.Locate().Directory, "pg_dump");
        var start = new ProcessStartInfo("/bin/bash", ["-o", "pipefail", "-c", $"'{program}' --no-password --schema=public {target}"]);
        start.Environment["PGHOST"] = server.Login.Host;
        start.Environment["PGPORT"] = server.Login.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = server.Login.User;
        start.Environment["PGPASSWORD"] = server.Login.Password!.Reveal();
        start.Environment["PGSSLMODE"] = "verify-full";
        start.Environment["PGSSLROOTCERT"] = server.Login.RootCertificate;
        start.Environment["PGDATABASE"] = BenchServer.Database;
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(ct);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"pg_dump ended with {process.ExitCode}: nothing is measured.");
        }
    }
}
