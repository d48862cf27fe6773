using Npgsql;
using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Records.Tests.Store;

namespace RestoreDrill.Records.Tests.Chain;

public sealed class ChainStoreTests(StoreServer server) : StoreTest(server)
{
    private static readonly RelationName Students = new("courses", "public", "students");
    private static readonly RelationName Empty = new("courses", "public", "empty");

    [Fact]
    public async Task Ranges_come_back_in_order_with_their_groups_and_the_first_reading_stands()
    {
        var lease = await OpenLeasedAsync();
        var (second, first) = (Range(4, 2, young: true), Range(0, 4, young: true));
        await Store.SaveAsync(lease, Step() with { Chain = [second, first, ChainRange.Without(Empty, ReadingOutcome.Read, null)] }, Ct);
        await Store.SaveAsync(lease, Step("again") with { Chain = [Range(0, 4, young: true, hash: 9)] }, Ct);

        var entries = await Store.ChainAsync(lease.Run.Id, Ct);
        var groups = await Store.ChainGroupsAsync(lease.Run.Id, Students, Ct);

        Assert.Equal([(Empty, 0L), (Students, 0L), (Students, 4L)], entries.Select(static entry => (entry.Relation, entry.Range.First)));
        Assert.Equal(BlockRange.Whole, entries[0].Range);
        Assert.Equal(("block 17", 3L), ("block " + Assert.Single(entries[1].Comparison.Contradictions).Blocks.First, entries[1].Comparison.RowsProven));
        Assert.Equal((new GroupSum(5, 50), new GroupSum(4, 49), new GroupSum(5, 54)), (groups.All(0, 1), groups.Old(0, 1), groups.All(4, 1)));
        Assert.Equal(default(GroupSum), (await Store.ChainGroupsAsync(lease.Run.Id, Empty, Ct)).All(0, 1));
        Assert.Equal(ChainDigest.Of(entries), ChainDigest.Of(entries.Reverse()));
    }

    [Fact]
    public async Task Ranges_of_the_first_copy_of_a_chain_do_not_tell_old_rows_apart()
    {
        var lease = await OpenLeasedAsync();
        await Store.SaveAsync(lease, Step() with { Chain = [Range(0, 4, young: false)] }, Ct);

        Assert.Null((await Store.ChainGroupsAsync(lease.Run.Id, Students, Ct)).Old(0, 1));
    }

    [Fact]
    public async Task Revocation_comes_back_once_with_the_moment_and_ends_what_its_drill_counted_for()
    {
        var proof = await DrillAsync("arn:b", Step(conclusion: new RunConclusion(RunOutcome.Pass, "Restores.")));
        var known = await Store.DatabasesKnownToHoldRowsAsync("courses", Ct);
        var lease = await OpenLeasedAsync();
        var revocation = Revocation(proof, lease.Run.Id);

        await Store.SaveAsync(lease, Step() with { Revocation = revocation }, Ct);
        await Store.SaveAsync(lease, Step("again") with { Revocation = revocation }, Ct);

        var found = Assert.Single(await Store.RevocationsAsync("courses", Ct));
        Assert.Equal((revocation.ToString(), revocation.CopyArn), (found.ToString(), found.CopyArn));
        Assert.True(found.RecordedAt > DateTimeOffset.UnixEpoch);
        Assert.Empty(await Store.RevocationsAsync("billing", Ct));
        Assert.Equal(["courses"], known);
        Assert.Empty(await Store.DatabasesKnownToHoldRowsAsync("courses", Ct));
    }

    [Fact]
    public async Task Revocation_leaves_the_recorded_verdict_and_is_found_by_the_run_s_copy()
    {
        var drill = await DrillAsync("arn:b", Step(conclusion: new RunConclusion(RunOutcome.Pass, "Restores.")));
        var other = await DrillAsync("arn:a", Step(conclusion: new RunConclusion(RunOutcome.Pass, "Restores.")));
        var lease = await OpenLeasedAsync();
        await Store.SaveAsync(lease, Step() with { Revocation = Revocation(drill, lease.Run.Id) }, Ct);

        var revoked = new RevokedCopies(await Store.RevocationsAsync("courses", Ct));

        var run = (await Store.FindAsync(drill, Ct))!;
        Assert.Equal((RunOutcome.Pass, "Restores."), (run.Outcome, run.Summary));
        Assert.False(revoked.IsProof(run));
        Assert.Equal(lease.Run.Id, revoked.Of(run)?.FoundBy);
        Assert.True(revoked.IsProof((await Store.FindAsync(other, Ct))!));
    }

    [Theory]
    [InlineData("update restoredrill.revocation set database = ''")]
    [InlineData("delete from restoredrill.revocation")]
    [InlineData("truncate restoredrill.revocation")]
    [InlineData("update restoredrill.chain_range set grain = 2")]
    [InlineData("truncate restoredrill.chain_range")]
    public async Task Change_of_what_is_recorded_is_refused(string sql)
    {
        var lease = await OpenLeasedAsync();
        await Store.SaveAsync(lease, Step() with { Chain = [Range(0, 4, young: true)], Revocation = Revocation(lease.Run.Id, lease.Run.Id) }, Ct);

        Assert.Equal(PostgresErrorCodes.RestrictViolation, (await Assert.ThrowsAsync<PostgresException>(() => SqlAsync(sql))).SqlState);
    }

    [Fact]
    public async Task Groups_that_were_changed_are_not_believed()
    {
        var lease = await OpenLeasedAsync();
        await Store.SaveAsync(lease, Step() with { Chain = [Range(0, 4, young: true)] }, Ct);
        await SqlAsync("alter table restoredrill.chain_range disable trigger user; update restoredrill.chain_range set young = own");

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => Store.ChainGroupsAsync(lease.Run.Id, Students, Ct));

        Assert.Contains("were changed", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revocation_in_another_drill_s_name_is_refused()
    {
        var lease = await OpenLeasedAsync();
        var other = RunId.Parse("d00000000009");

        await Assert.ThrowsAsync<ArgumentException>(() => Store.SaveAsync(lease, Step() with { Revocation = Revocation(other, other) }, Ct));
    }

    private async Task<RunId> DrillAsync(string copyArn, RunChange end)
    {
        var lease = await OpenLeasedAsync();
        var reading = new RelationReading { Name = Students, Kind = RelationKind.Table, Outcome = ReadingOutcome.Read, Rows = 5, HashSum = 7 };
        await Store.SaveAsync(lease, end with { State = $$"""{"copyArn":"{{copyArn}}"}""", Readings = [reading] }, Ct);
        return lease.Run.Id;
    }

    private static Revocation Revocation(RunId drill, RunId foundBy) => new()
    {
        Database = "courses",
        CopyName = "rd-copy-acme-b",
        CopyArn = "arn:b",
        Drill = drill,
        FoundBy = foundBy,
        LaterCopy = "rd-copy-acme-c",
        EarlierCopy = "rd-copy-acme-a",
        Places = ["courses.public.students, block 17"],
    };

    private static ChainRange Range(long first, int count, bool young, long hash = 50) => new()
    {
        Range = new BlockRange(first, count),
        Grain = 1,
        Outcome = ReadingOutcome.Read,
        Own = [.. Enumerable.Range(0, count).Select(i => new GroupSum(5, hash + first + i))],
        Young = young ? [.. Enumerable.Repeat(new GroupSum(1, 1), count)] : [],
        Comparison = new ChainComparison
        {
            Name = Students, RowsProven = 3, GroupsContradicting = 1, Contradictions = [new ChainContradiction(new BlockRange(17, 1), 61, 60)],
        },
    };
}
