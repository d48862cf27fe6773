using RestoreDrill.Core.Reading;

namespace RestoreDrill.Verification.Tests.Majors;

/// <summary>Something of all that is read in a way of its own, owned by a role that the master did not make.</summary>
internal static class OddObjects
{
    public const string Owner = "app";

    public const string Roles = $"CREATE ROLE {Owner}; CREATE ROLE reader; GRANT CREATE ON DATABASE school TO {Owner}";

    private const string Everywhere =
        """"
        CREATE SCHEMA "Größe ""x"""; CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE DOMAIN grade AS int CHECK (VALUE BETWEEN 1 AND 6);
        CREATE TABLE "Größe ""x"""."Kurse_übung" (id int PRIMARY KEY, name text NOT NULL, mood mood, grade grade, price numeric, at timestamptz, doc jsonb,
            twice int GENERATED ALWAYS AS (id * 2) STORED, "Odd ""col" int[]);
        INSERT INTO "Größe ""x"""."Kurse_übung" (id, name, mood, grade, price, at, doc, "Odd ""col") SELECT i, 'n' || i, 'ok', 1 + i % 6, i / 7.0, '2026-01-01'::timestamptz + i * interval '1 min', jsonb_build_object('i', i), ARRAY[i, NULL]
            FROM generate_series(1, 500) i;
        CREATE TABLE big AS SELECT i AS id, repeat(md5(i::text), 8) AS pad FROM generate_series(1, 4000) i; CREATE UNIQUE INDEX big_id ON big (id);
        CREATE TABLE searched AS SELECT i AS id, ARRAY[i % 70, i % 90] AS tags, to_tsvector('simple', 'word' || i % 50 || ' and ' || i) AS words, jsonb_build_object('k', i % 40) AS doc, point(i, i) AS place
            FROM generate_series(1, 3000) i;
        CREATE INDEX searched_tags ON searched USING gin (tags); CREATE INDEX searched_words ON searched USING gin (words); CREATE INDEX searched_doc ON searched USING gin (doc jsonb_path_ops);
        CREATE INDEX searched_brin ON searched USING brin (id) WITH (pages_per_range = 2); CREATE INDEX searched_hash ON searched USING hash (id); CREATE INDEX searched_gist ON searched USING gist (place);
        CREATE TABLE essays (id int, body text); ALTER TABLE essays ALTER body SET STORAGE EXTERNAL; INSERT INTO essays SELECT i, repeat(md5(i::text), 300) FROM generate_series(1, 20) i;
        CREATE TABLE zero (); INSERT INTO zero SELECT FROM generate_series(1, 100);
        CREATE TABLE dropped (a int, b text, c int); INSERT INTO dropped SELECT i, 'b', i FROM generate_series(1, 50) i; ALTER TABLE dropped DROP COLUMN b;
        CREATE TABLE granted (a aclitem); INSERT INTO granted VALUES ('=r/app');
        CREATE TABLE parted (a int, at date) PARTITION BY RANGE (at); CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
        INSERT INTO parted SELECT i, '2026-01-05' FROM generate_series(1, 100) i;
        CREATE TABLE child (id bigserial PRIMARY KEY, parent int REFERENCES "Größe ""x"""."Kurse_übung"); INSERT INTO child (parent) SELECT i FROM generate_series(1, 90) i;
        CREATE TABLE hidden (a int); INSERT INTO hidden SELECT generate_series(1, 10); ALTER TABLE hidden ENABLE ROW LEVEL SECURITY; ALTER TABLE hidden FORCE ROW LEVEL SECURITY;
        CREATE MATERIALIZED VIEW seen AS SELECT count(*) AS n FROM big; CREATE VIEW looked AS SELECT id FROM big; CREATE UNLOGGED TABLE loose (a int); INSERT INTO loose VALUES (1);
        CREATE FUNCTION twice(int) RETURNS int LANGUAGE sql AS 'SELECT $1 * 2'; CREATE SEQUENCE counter; SELECT nextval('counter') FROM generate_series(1, 40);
        SELECT lo_from_bytea(0, decode(repeat('ab', 5000), 'hex'));
        """";

    /// <summary>Changes of a copy, with what has to be named for each.</summary>
    public static IReadOnlyList<(string Sql, string Kind, string Name)> Changes { get; } =
    [
        ("GRANT SELECT ON big TO reader", "table", "public.big"),
        ("ALTER TABLE dropped ADD COLUMN d int", "column", "public.dropped.d"),
        ("DROP VIEW looked", "view", "public.looked"),
        ("CREATE OR REPLACE FUNCTION twice(int) RETURNS int LANGUAGE sql AS 'SELECT $1 * 3'", "routine", "public.twice(integer)"),
        ("ALTER TABLE child DROP CONSTRAINT child_parent_fkey", "constraint", "public.child.child_parent_fkey"),
        ("ALTER ROLE reader CREATEDB", "role", "reader"),
    ];

    public static string Of(int major) =>
        $"GRANT CREATE ON SCHEMA public TO {Owner}; SET ROLE {Owner}; {Everywhere}"
        + (major >= 14 ? "CREATE TABLE packed (a text COMPRESSION pglz); INSERT INTO packed SELECT repeat('a', 5000) FROM generate_series(1, 5);" : "")
        + (major >= 15 ? "CREATE TABLE alike (a int, UNIQUE NULLS NOT DISTINCT (a)); INSERT INTO alike VALUES (NULL), (1);" : "")
        + (major >= 18 ? "CREATE TABLE virtual (a int NOT NULL, b int GENERATED ALWAYS AS (a * 3) VIRTUAL); INSERT INTO virtual SELECT generate_series(1, 10);" : "");

    /// <summary>The relations that hold rows, with how many.</summary>
    public static IReadOnlyDictionary<string, long> RowsOf(int major)
    {
        var rows = new Dictionary<string, long>
        {
            ["Kurse_übung"] = 500, ["big"] = 4000, ["searched"] = 3000, ["essays"] = 20, ["zero"] = 100, ["dropped"] = 50, ["granted"] = 1, ["parted_1"] = 100, ["child"] = 90, ["hidden"] = 10, ["seen"] = 1,
        };
        foreach (var (from, name, count) in new[] { (14, RelationName.LargeObjects("school").Name, 3L), (14, "packed", 5L), (15, "alike", 2L), (18, "virtual", 10L) })
        {
            if (major >= from)
            {
                rows[name] = count;
            }
        }

        return rows;
    }
}
