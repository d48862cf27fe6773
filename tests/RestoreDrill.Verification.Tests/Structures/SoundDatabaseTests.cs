using RestoreDrill.Core.Structures;
using RestoreDrill.Verification.Tests.Instances;

namespace RestoreDrill.Verification.Tests.Structures;

public sealed class SoundDatabaseTests(RestoredInstance instance)
{
    private const string Schema =
        """
        CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
        CREATE COLLATION nocase (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
        CREATE TABLE "T t" (id bigserial PRIMARY KEY, "Name x" text, c char(4), n numeric, at timestamptz, j jsonb, tags text[], p point, r int4range, d short,
                            m mood, f float8, u uuid DEFAULT gen_random_uuid(), ci text COLLATE nocase, big text);
        INSERT INTO "T t" ("Name x", c, n, at, j, tags, p, r, d, m, f, ci, big)
            SELECT CASE WHEN i % 10 > 0 THEN 'n' || i % 500 END, i % 7, i / 3.0, now() + i * interval '1 h', jsonb_build_object('a', i), ARRAY['t' || i % 9, 'o''b \ ' || i % 7], point(i, i),
                   int4range(i, i + 3), i % 30, 'ok', -i, CASE i % 2 WHEN 0 THEN 'Ab' ELSE 'aB' END || i % 40, CASE WHEN i < 5 THEN repeat(md5(i::text), 900) END
            FROM generate_series(1, 3000) i;
        UPDATE "T t" SET n = n + 1 WHERE id % 5 = 0; DELETE FROM "T t" WHERE id % 11 = 0;
        CREATE UNIQUE INDEX "I upper" ON "T t" (upper("Name x"), id) INCLUDE (n) WHERE "Name x" <> 'n5'; CREATE INDEX i_name ON "T t" ("Name x" DESC NULLS LAST, c);
        CREATE INDEX i_pattern ON "T t" (d text_pattern_ops); CREATE INDEX i_c ON "T t" ("Name x" COLLATE "POSIX"); CREATE INDEX i_tags ON "T t" (tags);
        CREATE INDEX i_number ON "T t" (n, at) INCLUDE (m, f); CREATE INDEX i_nocase ON "T t" (ci); CREATE INDEX i_range ON "T t" (r); CREATE INDEX i_enum ON "T t" (m, u);
        CREATE INDEX i_late ON "T t" (at) WHERE m = 'ok'; CREATE INDEX i_hash ON "T t" USING hash ("Name x"); CREATE INDEX i_gist ON "T t" USING gist (p);
        CREATE INDEX i_spgist ON "T t" USING spgist (r); CREATE INDEX i_gin ON "T t" USING gin (j); CREATE INDEX i_words ON "T t" USING gin (tags, array_to_tsvector(tags)); CREATE INDEX i_brin ON "T t" USING brin (at);
        CREATE TABLE lesson (id int GENERATED ALWAYS AS IDENTITY, of bigint REFERENCES "T t", y int, PRIMARY KEY (id, y)) PARTITION BY RANGE (y);
        CREATE TABLE lesson_1 PARTITION OF lesson FOR VALUES FROM (0) TO (10); CREATE TABLE lesson_2 PARTITION OF lesson FOR VALUES FROM (10) TO (20);
        INSERT INTO lesson (of, y) SELECT CASE WHEN i % 3 = 0 THEN NULL ELSE 1 END, i FROM generate_series(0, 19) i;
        CREATE TABLE mark (l int, y int, FOREIGN KEY (l, y) REFERENCES lesson MATCH FULL, EXCLUDE USING gist (int4range(l, l, '[]') WITH &&) WHERE (l IS NOT NULL));
        INSERT INTO mark VALUES (NULL, NULL), (1, 0);
        CREATE TABLE empty (a int UNIQUE); CREATE UNLOGGED TABLE passing (a int UNIQUE); CREATE SEQUENCE spare; CREATE SEQUENCE down INCREMENT -2 MAXVALUE 100 START 100;
        CREATE TABLE falling (a int DEFAULT nextval('down')); INSERT INTO falling VALUES (DEFAULT), (DEFAULT);
        CREATE MATERIALIZED VIEW summary AS SELECT c, count(*) FROM "T t" GROUP BY 1; CREATE UNIQUE INDEX i_summary ON summary (c);
        """;

    [Fact]
    public async Task Questions_that_follow_each_other_share_three_sessions_and_find_them_as_new()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(database, Schema);
        await instance.Reader.ListAsync(instance.Login, TestContext.Current.CancellationToken);
        var questions = Enum.GetValues<StructureKind>().Select(kind => (database, kind)).ToList();
        var sessions = $"SELECT sessions FROM pg_stat_database WHERE datname = '{database}'";
        await instance.UntilLeftAsync(database);
        var before = await instance.AskAdminAsync<long>("postgres", sessions);

        var answers = await Structure.AskAllAsync(instance, questions);

        await instance.UntilLeftAsync(database);
        Assert.Equal(3, await instance.AskAdminAsync<long>("postgres", sessions) - before);
        foreach (var answer in answers)
        {
            var alone = await instance.AskAsync(database, answer.Kind);
            Assert.Equal((alone.Outcome, alone.Summary, alone.FindingCount), (answer.Outcome, answer.Summary, answer.FindingCount));
        }
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task Every_question_passes_and_says_what_was_looked_at(bool withAmcheck, bool vacuumed)
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(database, Schema);
        await instance.Reader.ListAsync(instance.Login, TestContext.Current.CancellationToken);
        if (vacuumed)
        {
            await instance.AsMasterAsync(database, "VACUUM ANALYZE");
        }
        if (!withAmcheck)
        {
            await instance.WithholdAmcheckAsync(database);
        }

        var answers = new Dictionary<StructureKind, StructureAnswer>();
        foreach (var kind in Enum.GetValues<StructureKind>())
        {
            answers[kind] = await instance.AskAsync(database, kind);
            TestContext.Current.TestOutputHelper?.WriteLine($"{kind} {answers[kind].Took.TotalMilliseconds:0} ms: {answers[kind].Summary}");
        }

        Assert.All(answers.Values, Structure.Passed);
        Assert.StartsWith("23 indexes: ", answers[StructureKind.Indexes].Summary, StringComparison.Ordinal);
        Assert.Contains(", 3 by a search for each element or range, 3 by a count of what they reach, 0 rebuilt", answers[StructureKind.Indexes].Summary, StringComparison.Ordinal);
    }
}
