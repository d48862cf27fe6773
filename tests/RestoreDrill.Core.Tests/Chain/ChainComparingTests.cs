using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Sandwich;

namespace RestoreDrill.Core.Tests.Chain;

/// <summary>A history of row versions of one block, seen by three copies: the first at transaction 100, the second at 200, the third at 300.</summary>
public sealed class ChainComparingTests
{
    private static readonly RelationName Name = new("courses", "public", "students");
    private static readonly ulong[] Limits = [300, 200, 100];

    [Fact]
    public void Rows_that_nobody_touched_are_proven_and_younger_ones_are_not_judged()
    {
        var found = Compare([(1, 10), (2, 11)], [(1, 10), (2, 11)], [(1, 10), (2, 11), (250, 12)]);

        Assert.Equal((2L, 0L, 1L, 0L), (found.RowsProven, found.RowsMoved, found.RowsYounger, found.GroupsContradicting));
    }

    [Fact]
    public void Row_that_the_earlier_and_the_later_copy_hold_contradicts_a_copy_between_that_does_not()
    {
        var missing = Compare([(1, 10), (2, 11)], [(1, 10)], [(1, 10), (2, 11)]);
        var other = Compare([(1, 10), (2, 11)], [(1, 10), (2, 77)], [(1, 10), (2, 11)]);
        var emptied = Compare([(1, 10), (2, 11)], [], [(1, 10), (2, 11)]);

        Assert.Equal("block 0: 2 rows are in the copies before and after it, only 1 in it", Assert.Single(missing.Contradictions).ToString());
        Assert.Equal("block 0: 2 rows are the same in the copies before and after it, at least one of them is another in it", Assert.Single(other.Contradictions).ToString());
        Assert.Equal(0, Assert.Single(emptied.Contradictions).Between);
        Assert.All([missing, other, emptied], static found => Assert.Equal((0L, 2L, 1L), (found.RowsProven, found.RowsMoved, found.GroupsContradicting)));
    }

    [Fact]
    public void Rows_that_were_deleted_or_updated_since_contradict_nothing()
    {
        // An update, HOT or not, ends a version and makes another.
        Assert.Equal(0, Compare([(1, 10), (2, 11)], [(1, 10)], [(1, 10)]).GroupsContradicting);
        Assert.Equal(0, Compare([(1, 10), (2, 11)], [(1, 10), (150, 12)], [(1, 10), (150, 12)]).GroupsContradicting);
        Assert.Equal(0, Compare([(1, 10), (2, 11)], [(1, 10), (150, 12)], [(1, 10), (250, 13)]).GroupsContradicting);
        Assert.Equal(0, Compare([(1, 10)], [], []).GroupsContradicting);
    }

    [Fact]
    public void Rows_of_transactions_that_had_not_ended_when_a_copy_was_taken_are_not_judged_and_contradict_nothing()
    {
        // 90 was under way when the first copy was taken, 190 when the second was.
        var late = Compare([(1, 10)], [(1, 10), (90, 12)], [(1, 10), (90, 12), (190, 13)]);
        var gone = Compare([(1, 10)], [(1, 10), (90, 12)], [(1, 10)]);
        var swapped = Compare([(1, 10), (2, 11)], [(1, 10), (90, 12)], [(1, 10), (90, 12)]);

        Assert.Equal((0L, 3L, 0L), (late.RowsProven, late.RowsMoved, late.GroupsContradicting));
        Assert.Equal((0L, 1L, 0L), (gone.RowsProven, gone.RowsMoved, gone.GroupsContradicting));
        Assert.Equal((2L, 0L), (swapped.RowsProven, swapped.GroupsContradicting));
    }

    [Fact]
    public void As_many_rows_with_another_sum_than_in_the_base_are_not_judged()
    {
        // One is gone, and one has come of a transaction that had not ended.
        var found = Compare(null, [(1, 10), (2, 11)], [(1, 10), (190, 12)]);

        Assert.Equal((0L, 2L, 0L), (found.RowsProven, found.RowsMoved, found.GroupsContradicting));
    }

    [Fact]
    public void Chain_that_begins_has_nothing_proven_and_keeps_what_is_needed_later()
    {
        var range = ChainComparing.Of(Read([(1, 10), (250, 12)], 1, [300]), null, null, null);

        Assert.Equal([new GroupSum(2, 22)], range.Own);
        Assert.Empty(range.Young);
        Assert.Equal((0L, 0L), (range.Comparison.RowsProven, range.Comparison.RowsNotJudged));
    }

    [Fact]
    public void Relation_that_cannot_be_compared_is_not_judged_with_the_reason()
    {
        var found = ChainComparing.Of(Read([(1, 10), (250, 12)], 1, [300, 200]), null, null, "since copy b, it was rewritten").Comparison;

        Assert.Equal((0L, 2L), (found.RowsProven, found.RowsIncomparable));
        Assert.Equal(["since copy b, it was rewritten"], found.Reasons);
    }

    [Fact]
    public void Groups_of_a_smaller_instance_are_put_together_and_larger_ones_are_not_judged()
    {
        var blocks = Groups([[(1, 10)], [(2, 11)], [(3, 12)]], 200, 100);
        var whole = ChainComparing.Of(Read([(1, 10), (2, 11)], 2, [300, 200]), blocks, null, null).Comparison;
        var tooLarge = ChainComparing.Of(Read([(1, 10)], 1, [300, 200]), new LinkGroups(RelationGroups.Of(2, 2, []), null), null, null).Comparison;

        Assert.Equal(2, whole.RowsProven);
        Assert.Equal((0L, 1L), (tooLarge.RowsProven, tooLarge.RowsIncomparable));
        Assert.Single(tooLarge.Reasons);
    }

    [Fact]
    public void Base_that_ends_before_the_block_lacks_its_rows()
    {
        var nothing = LinkGroups.Joined([]);
        var range = Read([(1, 10)], 1, [.. Limits]);

        Assert.Equal(1, ChainComparing.Of(range, nothing, Groups([[(1, 10)]], 100), null).Comparison.GroupsContradicting);
        Assert.Equal(0, ChainComparing.Of(range, nothing, nothing, null).Comparison.GroupsContradicting);
    }

    [Fact]
    public void Random_histories_never_contradict_a_copy_of_them()
    {
        var random = new Random(4711);
        for (var round = 0; round < 2000; round++)
        {
            // Each version: made by a transaction that ended at one time, gone at another or never. A copy has what had been made by then and was not gone.
            var versions = Enumerable.Range(0, random.Next(1, 6)).Select(_ =>
            {
                var made = random.Next(1, 300);
                var ended = random.Next(2) == 0 ? made : random.Next(made, 400);
                return (Transaction: (ulong)made, Hash: random.NextInt64(), Ended: ended, Gone: random.Next(2) == 0 ? int.MaxValue : random.Next(ended, 400));
            }).ToList();
            var (first, second, third) = (At(100), At(200), At(300));

            Assert.Equal(0, Compare(first, second, third).GroupsContradicting);

            (ulong, long)[] At(int moment) => [.. versions.Where(one => one.Ended < moment && one.Gone >= moment).Select(static one => (one.Transaction, one.Hash))];
        }
    }

    private static ChainComparison Compare((ulong, long)[]? first, (ulong, long)[] second, (ulong, long)[] third) => ChainComparing.Of(
        Read(third, 1, first is null ? [300, 200] : Limits), Groups([second], 200, 100), first is null ? null : Groups([first], 100), null).Comparison;

    private static LinkGroups Groups((ulong, long)[][] blocks, ulong limit, ulong? before = null) => LinkGroups.Joined(
    [
        .. blocks.Select((rows, block) => (
            new BlockRange(block, 1),
            1,
            Part(block, Sum(rows, limit)),
            before is { } early ? Part(block, LinkGroups.Minus(Sum(rows, limit), Sum(rows, early))) : null)),
    ]);

    private static RelationGroups Part(long block, GroupSum sum) => RelationGroups.Of(
        1, block + 1, [new BlockGroups { Relation = Name, Range = new BlockRange(block, 1), Grain = 1, Outcome = ReadingOutcome.Read, Groups = [sum] }]);

    private static ChainGroups Read((ulong, long)[] rows, int grain, ulong[] limits) => new()
    {
        Relation = Name,
        Range = new BlockRange(0, grain),
        Grain = grain,
        Outcome = ReadingOutcome.Read,
        Sums = [.. limits.Select(limit => (IReadOnlyList<GroupSum>)[Sum(rows, limit)])],
    };

    private static GroupSum Sum((ulong Transaction, long Hash)[] rows, ulong limit)
    {
        var old = rows.Where(row => row.Transaction < limit).ToList();
        return new GroupSum(old.Count, old.Aggregate(0L, static (sum, row) => unchecked(sum + row.Hash)));
    }
}
