namespace RestoreDrill.Benchmarks;

/// <summary>Generated tables: narrow rows, wide rows of mixed types, long values out of line.</summary>
internal static class BenchTables
{
    /// <summary>Each has a key named <c>id</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["narrow", "wide", "documents"];

    public static async Task MakeAsync(BenchServer server, CancellationToken ct)
    {
        await server.DoAsync(
            """
            CREATE TABLE narrow AS
            SELECT i::int8 AS id, (i * 7919 % 100000)::int4 AS account, (i % 9973)::int4 AS amount, timestamptz '2026-01-01' + i * interval '1 second' AS at
            FROM generate_series(1, 3500000) i;

            CREATE TABLE wide AS
            SELECT i::int8 AS id, md5(i::text)::uuid AS token, 'person ' || i AS name, (i % 100000 / 100.0)::numeric(12, 2) AS price,
                   timestamptz '2026-01-01' + i * interval '1 minute' AS made, (i * 0.37)::float8 AS score, i % 3 = 0 AS active,
                   CASE WHEN i % 5 = 0 THEN NULL ELSE md5((i * 3)::text) END AS note,
                   jsonb_build_object('id', i, 'tags', jsonb_build_array('a', 'b', i % 10)) AS detail, (i % 1000)::int2 AS kind
            FROM generate_series(1, 900000) i;

            CREATE TABLE documents (id int8, body text);
            ALTER TABLE documents ALTER body SET STORAGE EXTERNAL;
            INSERT INTO documents
            SELECT i, (SELECT string_agg(md5((i * 300 + j)::text), '') FROM generate_series(1, 300) j) FROM generate_series(1, 16000) i;
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
