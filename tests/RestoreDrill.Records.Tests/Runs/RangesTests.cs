using System.Numerics;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Records.Schema;
using RestoreDrill.Records.Tests.Evidence;
using RestoreDrill.Records.Tests.Store;

namespace RestoreDrill.Records.Tests.Runs;

public sealed class RangesTests(StoreServer server) : StoreTest(server)
{
    [Fact]
    public async Task Ranges_come_back_with_every_field()
    {
        var lease = await OpenLeasedAsync();
        RangeReading[] ranges =
        [
            Range("таблица \"quoted\" 🙂", 0, 1) with { HashSum = Certificates.Huge, Took = new TimeSpan(40, 1, 2, 3, 4, 5), Bytes = long.MaxValue },
            Range("t", 4_294_967_000, null) with { HashSum = -Certificates.Huge, Rows = long.MaxValue },
            Range("t", 0, 4_294_967_000) with { HashSum = BigInteger.Zero, Rows = 0 },
        ];

        await Store.SaveAsync(lease, Step() with { Ranges = ranges }, Ct);

        Assert.Equal(InOrder(ranges), InOrder(await Store.RangesAsync(lease.Run.Id, Ct)));
        Assert.Empty(await Store.RangesAsync(NewRun().Id, Ct));
    }

    [Fact]
    public async Task Reading_of_a_range_again_leaves_the_first_standing()
    {
        var lease = await OpenLeasedAsync();
        var first = Range("t", 8, 8);

        await Store.SaveAsync(lease, Step() with { Ranges = [first, first with { Rows = 6 }] }, Ct);
        await Store.SaveAsync(lease, Step() with { Ranges = [first with { Rows = 7, Range = new BlockRange(8, null) }, Range("t", 16, null)] }, Ct);

        Assert.Equal([first, Range("t", 16, null)], InOrder(await Store.RangesAsync(lease.Run.Id, Ct)));
    }

    [Fact]
    public async Task Save_with_a_stale_fence_keeps_no_range()
    {
        var stale = await OpenLeasedAsync();
        await ExpireLeaseAsync(stale);
        await Store.TryAcquireAsync(stale.Run.Id, "host-2", Minute, Ct);

        await Assert.ThrowsAsync<LeaseLostException>(() => Store.SaveAsync(stale, Step() with { Ranges = [Range("t", 0, 8)] }, Ct));

        Assert.Empty(await Store.RangesAsync(stale.Run.Id, Ct));
    }

    [Fact]
    public async Task Range_that_was_not_read_is_refused()
    {
        var lease = await OpenLeasedAsync();
        var damaged = Range("t", 0, 8) with { Outcome = ReadingOutcome.Damaged, HashSum = null };

        await Assert.ThrowsAsync<ArgumentException>(() => Store.SaveAsync(lease, Step() with { Ranges = [damaged] }, Ct));
    }

    [Fact]
    public async Task Drill_that_an_earlier_version_was_reading_goes_on_with_ranges()
    {
        await using var database = await Server.NewDatabaseAsync();
        await new SchemaMigrator(database, [.. Migration.All.Take(3)]).MigrateAsync(Ct);
        await using (var earlier = database.CreateCommand(
            """
            insert into restoredrill.run (id, kind, database, trigger, phase, phase_since, state, created_at)
            values ('d00000000002', 'drill', 'courses', 'cli:maria', 'reading', now(), '{}', now());
            insert into restoredrill.relation_reading (run_id, database, schema, name, kind, outcome, rows, hash_sum, took)
            values ('d00000000002', 'd', 's', 'before', 'table', 'read', 5, 17, '1 s');
            """))
        {
            await earlier.ExecuteNonQueryAsync(Ct);
        }

        await using var store = new RecordsStore(database);
        await store.Migrator.MigrateAsync(Ct);

        var drill = RunId.Parse("d00000000002");
        Assert.Equal("before", Assert.Single(await store.ReadingsAsync(drill, Ct)).Name.Name);
        Assert.Empty(await store.RangesAsync(drill, Ct));
        var lease = (await store.TryAcquireAsync(drill, "host-1", Minute, Ct))!;
        await store.SaveAsync(lease, new RunChange { Phase = "reading", State = "{}", Ranges = [Range("t", 0, 8)] }, Ct);
        Assert.Equal([Range("t", 0, 8)], await store.RangesAsync(drill, Ct));
    }

    private static IEnumerable<RangeReading> InOrder(IEnumerable<RangeReading> ranges) =>
        ranges.OrderBy(static range => range.Relation, RelationName.Order).ThenBy(static range => range.Range.First);

    private static RangeReading Range(string name, long first, long? count) => new()
    {
        Relation = new RelationName("d", "s", name),
        Range = new BlockRange(first, count),
        Outcome = ReadingOutcome.Read,
        Bytes = 65536,
        Rows = 5,
        HashSum = 17,
    };
}
