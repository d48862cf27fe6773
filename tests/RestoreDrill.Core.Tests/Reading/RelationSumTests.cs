using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Tests.Reading;

public sealed class RelationSumTests
{
    private static readonly ListedRelation Relation = new(new RelationName("d", "s", "t"), RelationKind.Partition, 7, 30);

    [Fact]
    public void Ranges_that_cover_all_blocks_add_up_in_any_order()
    {
        var reading = RelationReading.Of(Relation, [Range(10, null, 3, 100), Range(0, 10, 2, -7)]);

        Assert.Equal(
            new RelationReading
            {
                Name = Relation.Name,
                Kind = RelationKind.Partition,
                Outcome = ReadingOutcome.Read,
                Rows = 5,
                HashSum = 93,
                Took = TimeSpan.FromSeconds(2),
            },
            reading);
    }

    [Fact]
    public void Relation_with_missing_blocks_has_no_reading_yet()
    {
        Assert.Null(RelationReading.Of(Relation, []));
        Assert.Null(RelationReading.Of(Relation, [Range(0, 10, 2, 1), Range(11, null, 2, 1)]));
        Assert.Null(RelationReading.Of(Relation, [Range(0, 10, 2, 1)]));
    }

    [Fact]
    public void Range_that_was_not_read_settles_the_relation_and_damage_comes_first()
    {
        var slow = Range(10, 5, 0, 0) with { Outcome = ReadingOutcome.NotJudged, HashSum = null, Reason = "57014: too slow" };
        var damaged = Range(15, 5, 0, 0) with { Outcome = ReadingOutcome.Damaged, HashSum = null, Reason = "XX001: invalid page" };

        var notJudged = RelationReading.Of(Relation, [Range(0, 10, 2, 1), slow])!;
        var both = RelationReading.Of(Relation, [slow, damaged])!;

        Assert.Equal((ReadingOutcome.NotJudged, 7L, null, "57014: too slow"), (notJudged.Outcome, notJudged.Rows, notJudged.HashSum, notJudged.Reason));
        Assert.Equal((ReadingOutcome.Damaged, "XX001: invalid page"), (both.Outcome, both.Reason));
    }

    private static RangeReading Range(long first, long? count, long rows, long sum) => new()
    {
        Relation = Relation.Name,
        Range = new BlockRange(first, count),
        Outcome = ReadingOutcome.Read,
        Bytes = 10,
        Rows = rows,
        HashSum = sum,
        Took = TimeSpan.FromSeconds(1),
    };
}
