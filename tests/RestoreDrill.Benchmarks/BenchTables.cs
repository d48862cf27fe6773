namespace RestoreDrill.Benchmarks;

/// <summary>Generated tables, about 205 MB of each: narrow rows (pgbench's accounts), wide rows of mixed types, long values out of line.</summary>
internal static class BenchTables
{
    /// <summary>Each has a key named <c>id</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["narrow", "wide", "documents"];

    public static async Task MakeAsync(BenchServer server, CancellationToken ct)
    {
        await server.DoAsync(
            """
            CREATE TABLE narrow AS
            SELECT i::int4 AS id, (i % 10)::int4 AS branch, (i::int8 * 7919 % 100000)::int4 AS balance, ''::char(84) AS filler
            FROM generate_series(1, 1500000) i;

            CREATE TABLE wide AS
            SELECT i::int8 AS id, md5(i::text)::uuid AS token, 'person ' || i AS name, (i % 100000 / 100.0)::numeric(12, 2) AS price, (i * 1.0101)::numeric AS total,
                   timestamptz '2026-01-01' + i * interval '1 minute' AS made, timestamptz '2026-02-01' + i * interval '7.7 seconds' AS changed,
                   (i * 0.37)::float8 AS score, sqrt(i) AS distance, jsonb_build_object('id', i, 'tags', jsonb_build_array('a', 'b', i % 10)) AS detail
            FROM generate_series(1, 1070000) i;

            CREATE TABLE documents (id int8, body text);
            ALTER TABLE documents ALTER body SET STORAGE EXTERNAL;
            INSERT INTO documents
            SELECT i, (SELECT string_agg(md5((i * 300 + j)::text), '') FROM generate_series(1, 300) j) FROM generate_series(1, 20000) i;
            """,
            ct);
        foreach (var name in Names)
        {
            await server.DoAsync($"ALTER TABLE {name} ADD PRIMARY KEY (id)", ct);
            await server.DoAsync($"VACUUM (FREEZE, ANALYZE) {name}", ct);
        }

        await server.DoAsync("CHECKPOINT", ct);
    }
}
