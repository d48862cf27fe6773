using System.Buffers.Binary;
using RestoreDrill.Core.Structures;
using RestoreDrill.Core.Verdicts;
using RestoreDrill.Verification.Structures;
using RestoreDrill.Verification.Tests.Instances;

namespace RestoreDrill.Verification.Tests.Structures;

/// <summary>One server for both ways, each of its tables with a fault of its own; checksums are not to be what finds it.</summary>
public sealed class IndexDamageTests(IndexDamageTests.DamagedInstance damaged) : IClassFixture<IndexDamageTests.DamagedInstance>
{
    private const string Database = RestoredInstance.Database;

    private static readonly string[] Named =
    [
        "public.flip_pkey", "public.gone_pkey", "public.lacking_array", "public.lacking_brin", "public.lacking_gin", "public.lacking_gist", "public.lacking_hash", "public.lacking_json",
        "public.lacking_path", "public.lacking_pkey", "public.lost_gin", "public.root_pkey", "public.short_pkey",
        "public.stale_pkey", "public.swapped_pkey", "public.zero_pkey",
    ];

    [Fact]
    public async Task Amcheck_names_each_damaged_index_and_a_probe_those_it_does_not_know()
    {
        await damaged.Instance.AllowAmcheckAsync(Database);

        var answer = await damaged.Instance.AskAsync(Database, StructureKind.Indexes);

        AssertNamed(answer);
        Assert.StartsWith("28 indexes: 12 by amcheck, 1 by a probe of every key, 5 by a search for each element or range, 1 by a count of what they reach, 0 rebuilt. ", answer.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_amcheck_a_probe_names_each_damaged_index()
    {
        await damaged.Instance.WithholdAmcheckAsync(Database);

        var answer = await damaged.Instance.AskAsync(Database, StructureKind.Indexes);

        AssertNamed(answer);
        Assert.Contains("amcheck could not be created: 42501: ", answer.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_that_no_limit_ends_is_left_alone_and_named()
    {
        var reader = new PostgresStructureReader(TimeProvider.System, new ReaderOptions { Patience = TimeSpan.FromSeconds(1) });
        StructureAnswer answer;
        var limit = TimeSpan.FromSeconds(3);
        do
        {
            answer = await reader.AskAsync(damaged.Instance.Login, damaged.Circle, StructureKind.Indexes, limit, TestContext.Current.CancellationToken);
            Show(answer);
            limit *= 2;
        }
        // On a machine that stalls the time may be over before the search begins.
        while (answer.Outcome == CheckOutcome.TimedOut && !answer.Summary.Contains("the server heeded neither", StringComparison.Ordinal) && limit < TimeSpan.FromMinutes(2));

        Assert.Equal((CheckOutcome.TimedOut, 0), (answer.Outcome, answer.FindingCount));
        Assert.Contains("the server heeded neither the statement's limit nor the cancellation, as where damaged pages lead in a circle): public.b_circle", answer.Summary, StringComparison.Ordinal);
    }

    private static void AssertNamed(StructureAnswer answer)
    {
        Show(answer);
        Assert.Equal((CheckOutcome.Failed, Named.Length), (answer.Outcome, answer.FindingCount));
        Assert.Equal(Named, answer.Findings.Select(static f => f.Name));
    }

    private static void Show(StructureAnswer answer)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(answer.Took + " " + answer.Summary);
        foreach (var finding in answer.Findings)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{finding.Name}: {finding.Found}");
        }
    }

    public sealed class DamagedInstance : IAsyncLifetime
    {
        private const int Page = 8192;

        // GIN_ROOT_BLKNO (access/ginblock.h).
        private const int GinRoot = 1;
        private static readonly string[] Faults = ["sound", "flip", "zero", "lacking", "short", "gone", "swapped", "root", "stale", "lost"];

        /// <summary>A database of its own, whose index leads a search in a circle.</summary>
        public string Circle { get; private set; } = "";

        public RestoredInstance Instance { get; } = new();

        public async ValueTask InitializeAsync()
        {
            await Instance.InitializeAsync();
            foreach (var fault in Faults)
            {
                await Instance.AsMasterAsync(
                    Database, $"CREATE TABLE {fault} AS SELECT i AS id, 'text ' || i AS a, point(i, i) AS p, ARRAY['a', 't' || i % 50] AS tags, jsonb_build_object('k', i % 40, 'in', jsonb_build_array(i % 7)) AS j FROM generate_series(1, 5000) i; ALTER TABLE {fault} ADD PRIMARY KEY (id)");
            }
            await Instance.AsMasterAsync(
                Database,
                """
                CREATE INDEX lacking_hash ON lacking USING hash (a); CREATE INDEX lacking_gist ON lacking USING gist (p); CREATE INDEX lacking_gin ON lacking USING gin (to_tsvector('simple', a));
                CREATE INDEX lacking_array ON lacking USING gin (tags); CREATE INDEX lacking_json ON lacking USING gin (j); CREATE INDEX lacking_path ON lacking USING gin (j jsonb_path_ops);
                CREATE INDEX lacking_brin ON lacking USING brin (id) WITH (pages_per_range = 1);
                CHECKPOINT
                """);
            await Instance.AsMasterAsync(Database, "CREATE INDEX lost_gin ON lost USING gin (to_tsvector('simple', a)); CHECKPOINT");
            Circle = await Instance.NewDatabaseAsync();
            await Instance.AsMasterAsync(
                Circle,
                """
                CREATE TABLE circled AS SELECT i AS id, ARRAY[i, i + 1] AS tags FROM generate_series(1, 5000) i;
                CREATE INDEX a_sound ON circled (id); CREATE INDEX b_circle ON circled USING gin (tags); CREATE INDEX c_later ON circled (id, tags); CHECKPOINT
                """);
            var lost = await FileAsync(Database, "lost_gin");
            var circle = await FileAsync(Circle, "b_circle");
            var files = new Dictionary<string, string>();
            foreach (var fault in Faults)
            {
                files[fault] = await FileAsync(Database, $"{fault}_pkey");
            }
            var earlier = await File.ReadAllBytesAsync(files["stale"]);
            await Instance.AsMasterAsync(Database, "INSERT INTO stale SELECT i, 'later', NULL, NULL, NULL FROM generate_series(5001, 5010) i");
            await Instance.AsAdminAsync(
                Database,
                """
                UPDATE pg_index SET indisready = false WHERE indrelid = 'lacking'::regclass; INSERT INTO lacking VALUES (6000, 'late', point(1, 2), '{a}', '{"k": 1}');
                UPDATE pg_index SET indisready = true WHERE indrelid = 'lacking'::regclass
                """);
            await Instance.AsMasterAsync(Database, "VACUUM ANALYZE");
            await Instance.Cluster.StopAsync(CancellationToken.None);
            await File.WriteAllBytesAsync(files["stale"], earlier);
            await ChangeAsync(files["flip"], static file => file[Tuple(file, 5, 10) + 8 + 2] ^= 1);
            await ChangeAsync(files["zero"], static file => file.AsSpan(5 * Page, Page).Clear());
            await ChangeAsync(lost, static file => file.AsSpan(5 * Page, Page).Clear());
            await ChangeAsync(circle, static file => file.AsSpan(GinRoot * Page, Page).Clear());
            await ChangeAsync(files["root"], static file => file[Tuple(file, Root(file), 5) + 8 + 1] ^= 4);
            await ChangeAsync(files["swapped"], static file =>
            {
                var (one, other) = (Tuple(file, 5, 10), Tuple(file, 6, 10));
                var kept = file.AsSpan(one, 6).ToArray();
                file.AsSpan(other, 6).CopyTo(file.AsSpan(one));
                kept.CopyTo(file.AsSpan(other));
            });
            await using (var shortened = File.OpenWrite(files["short"]))
            {
                shortened.SetLength(shortened.Length / Page / 2 * Page);
            }
            File.Delete(files["gone"]);
            Instance.Cluster.Parameters = new Dictionary<string, string> { ["ignore_checksum_failure"] = "on", ["wal_level"] = "logical", ["max_prepared_transactions"] = "4" };
            await Instance.Cluster.StartAsync(CancellationToken.None);
            await Instance.Reader.ListAsync(Instance.Login, CancellationToken.None);
        }

        public ValueTask DisposeAsync() => Instance.DisposeAsync();

        private async Task<string> FileAsync(string database, string index) =>
            Path.Combine(Instance.Cluster.DataDirectory, await Instance.AskAdminAsync<string>(database, $"SELECT pg_relation_filepath('{index}')"));

        private static async Task ChangeAsync(string path, Action<byte[]> change)
        {
            var file = await File.ReadAllBytesAsync(path);
            change(file);
            await using var same = File.OpenWrite(path);
            await same.WriteAsync(file);
        }

        // Where an item of a page begins: its line pointer holds 15 bits of offset (storage/itemid.h).
        private static int Tuple(byte[] file, int block, int item) =>
            (block * Page) + (BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan((block * Page) + 24 + (4 * (item - 1)))) & 0x7FFF);

        // The metapage's btm_root follows its magic number and version (access/nbtree.h).
        private static int Root(byte[] file) => BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(24 + 8));
    }
}
