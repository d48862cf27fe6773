using RestoreDrill.Sandbox.Control;
using RestoreDrill.Sandbox.Control.Damaging;

namespace RestoreDrill.Sandbox.Tests.Control.Damaging;

public sealed class SnapshotFaultTests(DamagedCluster cluster) : IClassFixture<DamagedCluster>
{
    private const string Corrupted = "XX001";
    private const string IndexCorrupted = "XX002";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("SELECT count(*) FROM matrix.deleted", "399")]
    [InlineData("SELECT count(*) FROM matrix.truncated", "0")]
    [InlineData("SELECT count(*) FROM matrix.swapped WHERE amount = id * 1.25", "398")]
    [InlineData("SELECT count(*) FILTER (WHERE scale(price) = 3) || ' ' || sum(price - id) FROM matrix.prices", "1 12.500")]
    [InlineData("SELECT count(*) - count(DISTINCT id) FROM matrix.duplicated", "1")]
    [InlineData("SELECT count(DISTINCT parent) FROM matrix.children c WHERE NOT EXISTS (SELECT FROM matrix.parents p WHERE p.id = c.parent)", "1")]
    [InlineData("SELECT count(*) FROM pg_largeobject_metadata", "4")]
    [InlineData("SELECT count(DISTINCT loid) FROM pg_largeobject", "4")]
    public async Task Row_fault_is_in_the_content(string question, string answer) => Assert.Equal(answer, await cluster.AskAsync(question));

    [Theory]
    [InlineData("SELECT to_regclass('matrix.dropped') IS NULL", "True")]
    [InlineData("SELECT to_regclass('matrix.events_first') IS NULL", "True")]
    [InlineData("SELECT string_agg(inhrelid::regclass::text, ' ') FROM pg_inherits WHERE inhparent = 'matrix.events'::regclass", "matrix.events_third")]
    [InlineData("SELECT count(*) FROM matrix.events_second", "184")]
    [InlineData("SELECT to_regnamespace('matrix_side') IS NULL", "True")]
    [InlineData("SELECT count(*) FROM pg_database WHERE datname = 'billing'", "0")]
    [InlineData("SELECT count(*) FROM pg_extension WHERE extname = 'hstore'", "0")]
    [InlineData("SELECT to_regclass('matrix.indexed_dropped') IS NULL", "True")]
    [InlineData("SELECT to_regclass('matrix.overview') IS NULL", "True")]
    [InlineData("SELECT to_regproc('matrix.halved') IS NULL", "True")]
    [InlineData("SELECT count(*) FROM pg_constraint WHERE conname = 'amount_is_positive'", "0")]
    [InlineData("SELECT has_table_privilege('clerk', 'matrix.granted', 'SELECT')", "False")]
    [InlineData("SELECT tableowner FROM pg_tables WHERE tablename = 'owned'", "stranger")]
    [InlineData("SELECT rowsecurity FROM pg_tables WHERE tablename = 'secured'", "False")]
    [InlineData("SELECT count(*) FROM pg_policies WHERE tablename = 'guarded'", "0")]
    [InlineData("SELECT count(*) FROM pg_roles WHERE rolname = 'auditor'", "0")]
    [InlineData("SELECT last_value FROM matrix.numbered_id_seq", "1")]
    [InlineData("SELECT indisvalid FROM pg_index WHERE indexrelid = 'matrix.indexed_invalid'::regclass", "False")]
    [InlineData("SELECT convalidated FROM pg_constraint WHERE conrelid = 'matrix.unvalidated'::regclass AND contype = 'f'", "False")]
    [InlineData("SELECT ispopulated FROM pg_matviews WHERE matviewname = 'totals'", "False")]
    [InlineData("SELECT evtenabled FROM pg_event_trigger", "D")]
    [InlineData("SELECT tgenabled FROM pg_trigger WHERE tgname = 'watching'", "D")]
    [InlineData("SELECT count(*) FROM pg_attrdef WHERE adrelid = 'matrix.defaulted'::regclass", "0")]
    [InlineData("SELECT prosrc FROM pg_proc WHERE proname = 'doubled'", "SELECT $1 * 2 ")]
    [InlineData("SELECT collversion FROM pg_collation WHERE collname = 'german'", "0")]
    public async Task Fault_of_an_object_is_in_the_catalogs(string question, string answer) => Assert.Equal(answer, await cluster.AskAsync(question));

    [Theory]
    [InlineData("SELECT sum(length(note)) FROM matrix.flipped", Corrupted)]
    [InlineData("SELECT count(*) FILTER (WHERE note <> repeat(md5(id || 'flipped_in_memory'), 4)) || ' of ' || count(*) FROM matrix.flipped_in_memory", "1 of 400")]
    [InlineData("SELECT sum(length(note)) FROM matrix.pointer_lost", Corrupted)]
    [InlineData("SELECT count(*) BETWEEN 300 AND 380 FROM matrix.page_zeroed", "True")]
    [InlineData("SELECT count(*) BETWEEN 300 AND 399 FROM matrix.shortened", "True")]
    [InlineData("SELECT pg_relation_size('matrix.emptied')", "0")]
    [InlineData("SELECT sum(length(note)) FROM matrix.misplaced", Corrupted)]
    [InlineData("SELECT count(*) || ' ' || sum(id) FROM matrix.resurrected", "18 197")]
    [InlineData("SELECT count(*) || ' ' || count(*) FILTER (WHERE note = 'changed since') FROM matrix.stale_page", "400 0")]
    [InlineData("SELECT count(*) || ' ' || count(*) FILTER (WHERE note = 'changed since') FROM matrix.stale_file", "400 0")]
    [InlineData("SELECT sum(length(body)) FROM matrix.documents", Corrupted)]
    [InlineData("SELECT count(*) FROM matrix.scans WHERE md5(body) = ''", Corrupted)]
    [InlineData("SELECT sum(length(note)) FROM matrix.file_lost", "58P01")]
    public async Task Fault_of_a_file_is_met_when_the_table_is_read(string question, string answer) => Assert.Equal(answer, await cluster.AskAsync(question));

    [Theory]
    [InlineData("SELECT count(*) FROM matrix.indexed WHERE number >= 0", Corrupted)]
    [InlineData("SELECT count(*) FROM matrix.indexed WHERE other > 0", IndexCorrupted)]
    [InlineData("SELECT count(*) FROM matrix.indexed WHERE third > 0", "2999")]
    [InlineData("SELECT count(*) FROM matrix.indexed WHERE place <@ box '((-1,-1),(100,100))'", "2999")]
    public async Task Fault_of_an_index_is_met_when_the_index_is_used(string question, string answer) => Assert.Equal(
        answer, await cluster.AskAsync("SET enable_seqscan = off; SET enable_bitmapscan = off; " + question));

    [Theory]
    [InlineData("SELECT sum((SELECT count(*) FROM matrix.indexed WHERE word = md5(n::text))) FROM generate_series(1, 3000) n")]
    [InlineData("SELECT sum((SELECT count(*) FROM matrix.indexed WHERE tags @> ARRAY[n])) FROM generate_series(1, 1000) n")]
    [InlineData("SELECT count(*) FROM matrix.indexed WHERE fourth > 0")]
    public async Task Fault_of_a_hash_a_GIN_or_a_BRIN_index_is_met_when_the_index_is_used(string question) => Assert.Equal(
        Corrupted, await cluster.AskAsync("DROP INDEX IF EXISTS matrix.indexed_word; SET enable_seqscan = off; " + question));

    [Fact]
    public async Task Table_without_its_own_damage_is_whole()
    {
        Assert.Equal("3000", await cluster.AskAsync("SELECT count(*) FROM matrix.indexed WHERE length(word) = 32"));
        Assert.Equal("50", await cluster.AskAsync("SELECT count(*) FROM matrix.words"));
    }

    [Fact]
    public async Task Zeroed_transaction_status_takes_rows_that_nobody_read()
    {
        await using var copy = await cluster.CopyAsync("forgotten");
        var damage = Damages.Of(ServerFaults.ZeroTransactionStatus);
        await damage.Fault.StrikeAsync(cluster.SceneOn(copy, damage), Ct);
        await copy.StartAsync(Ct);
        await using var session = await copy.ConnectAsAdminAsync(DamagedCluster.Database, Ct);

        Assert.NotEqual("100", await DamagedCluster.AskAsync(session, "SELECT count(*) FROM matrix.fresh"));
    }

    [Fact]
    public async Task Older_snapshot_takes_the_place_of_the_newer()
    {
        await using var copy = await cluster.CopyAsync("older-again");
        var damage = Damages.Of(StaleFaults.OlderSnapshot);
        await damage.Fault.StrikeAsync(cluster.SceneOn(copy, damage), Ct);
        await copy.StartAsync(Ct);
        await using var session = await copy.ConnectAsAdminAsync(DamagedCluster.Database, Ct);

        Assert.Equal("True", await DamagedCluster.AskAsync(session, "SELECT to_regclass('matrix.fresh') IS NULL"));
    }

    [Fact]
    public async Task Fault_that_lacks_what_it_needs_says_what()
    {
        await using var copy = await cluster.CopyAsync("unstruck");
        foreach (var (damage, missing) in new[] { (Damages.Of(RightFaults.RevokeGrant, "granted"), "objectName"), (Damages.Of(HeapFaults.EmptyHeap), "table"), (Damages.Of(RowFaults.ChangeScale, "prices"), "column") })
        {
            var refused = await Assert.ThrowsAsync<ArgumentException>(() => damage.Fault.StrikeAsync(cluster.SceneOn(copy, damage), Ct));
            Assert.Contains($"needs \"{missing}\"", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_fault_is_struck_by_some_test_and_has_a_name_of_its_own()
    {
        var elsewhere = new[] { ServerFaults.RemoveControlFile, ServerFaults.ZeroTransactionStatus, StaleFaults.OlderSnapshot, StaleFaults.OtherInstance };

        Assert.Empty(SnapshotFault.All.Except(Damages.All.Select(static damage => damage.Fault)).Except(elsewhere));
        Assert.Equal(SnapshotFault.All.Count, SnapshotFault.All.Select(static fault => fault.Name.ToUpperInvariant()).Distinct().Count());
        Assert.All(SnapshotFault.All, static fault => Assert.Same(fault, SnapshotFault.Named(fault.Name.ToUpperInvariant())));
        Assert.Contains("swapValues", Assert.Throws<ArgumentException>(static () => SnapshotFault.Named("meteor")).Message, StringComparison.Ordinal);
    }
}
