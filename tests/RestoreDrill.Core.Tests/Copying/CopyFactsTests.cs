using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Installation;

namespace RestoreDrill.Core.Tests.Copying;

public sealed class CopyFactsTests
{
    public static TheoryData<string> TagsOfACopy => [.. Sample.Facts.ToTags().Keys];

    public static TheoryData<string> NeededTags => [.. Sample.Facts.ToTags().Keys.Where(static key => key != TagNames.Seed)];

    [Fact]
    public void Facts_come_back_from_their_tags()
    {
        Assert.Null(CopyFacts.TryRead(Sample.Facts.ToTags(), out var read));
        Assert.Equal(Sample.Facts, read);
    }

    [Fact]
    public void Facts_without_a_database_time_come_back_without_one()
    {
        var facts = Sample.Facts with { DatabaseTime = null };

        Assert.Null(CopyFacts.TryRead(facts.ToTags(), out var read));
        Assert.Equal(facts, read);
        Assert.DoesNotContain(TagNames.DatabaseTime, facts.ToTags().Keys);
        Assert.Equal(facts.SnapshotTime, facts.DataTime);
    }

    [Fact]
    public void Data_is_as_old_as_the_newest_transaction_where_AWS_names_it() => Assert.Equal(Sample.Facts.DatabaseTime, Sample.Facts.DataTime);

    [Fact]
    public void Tags_of_other_people_change_nothing()
    {
        var tags = Sample.Facts.ToTags().With("cost-centre", "42").With("aws:backup:source", "x");

        Assert.Null(CopyFacts.TryRead(tags, out var read));
        Assert.Equal(Sample.Facts, read);
    }

    [Fact]
    public void Copy_of_an_earlier_version_has_no_tag_for_the_seed()
    {
        Assert.Null(CopyFacts.TryRead(Sample.Facts.ToTags().With(TagNames.Seed, null), out var read));
        Assert.Equal(Sample.Facts, read);
    }

    [Theory]
    [MemberData(nameof(NeededTags))]
    public void Missing_tag_is_found(string key)
    {

        var problem = CopyFacts.TryRead(Sample.Facts.ToTags().With(key, null), out var read);

        Assert.NotNull(problem);
        Assert.Null(read);
        if (key != TagNames.DatabaseTime)
        {
            Assert.Contains(key, problem, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(TagsOfACopy))]
    public void Changed_tag_is_found(string key)
    {
        var before = Sample.Facts.ToTags()[key];
        string[] changes =
        [
            string.Empty, "x", before + "0", before + " ", before.ToUpperInvariant(), "true", "false", "0", "-1", "acme2", "scratch", "d04cr4r0wxyz",
            "2026-03-01T00:00:00.0000000+00:00", "2026-03-01", new string('0', 64),
        ];

        Assert.All(changes.Where(change => change != before), change =>
        {
            var problem = CopyFacts.TryRead(Sample.Facts.ToTags().With(key, change), out var read);

            Assert.True(problem is not null, $"{key} = '{change}' was believed");
            Assert.Null(read);
        });
    }

    [Fact]
    public void Database_time_that_AWS_did_not_give_is_found()
    {
        var tags = (Sample.Facts with { DatabaseTime = null }).ToTags().With(TagNames.DatabaseTime, "2026-03-01T01:00:00.0000000+00:00");

        Assert.Contains("a tag was changed", CopyFacts.TryRead(tags, out _), StringComparison.Ordinal);
    }

    [Fact]
    public void Tags_of_another_copy_of_ours_are_consistent_but_another_copys()
    {
        var other = Sample.Facts with { SourceResourceId = "db-OTHER" };

        Assert.Null(CopyFacts.TryRead(other.ToTags(), out var read));
        Assert.NotEqual(Sample.Facts.Digest(), read!.Digest());
    }

    // Golden: copies made years ago must still be believed. A change of this value needs a new tag, not a new constant.
    [Fact]
    public void Digest_stays_what_it_was() =>
        Assert.Equal("aa1cb756cd8aec3dc6e763cc0fe3826cd01f507197263cbf6aae6894a7c46b03", Sample.Facts.Digest());

    [Fact]
    public void Digest_does_not_depend_on_the_time_zone_a_time_is_written_in()
    {
        var elsewhere = Sample.Facts with { SnapshotTime = Sample.Facts.SnapshotTime.ToOffset(TimeSpan.FromHours(5.5)) };

        Assert.Equal(Sample.Facts.Digest(), elsewhere.Digest());
    }

    [Fact]
    public void Tags_keep_to_AWS_limits() => Assert.All(Sample.Facts.ToTags(), static tag =>
    {
        Assert.InRange(tag.Key.Length, 1, 128);
        Assert.InRange(tag.Value.Length, 1, 256);
        Assert.Matches(@"^[a-zA-Z0-9_.:/=+\-@ ]*\z", tag.Key + tag.Value);
        Assert.False(tag.Key.StartsWith("aws:", StringComparison.Ordinal), "AWS keeps that prefix to itself");
    });
}
