using RestoreDrill.Core.Manifests;

namespace RestoreDrill.Core.Tests.Manifests;

public sealed class CatalogComparisonTests
{
    private static readonly CatalogItem Students = new("table", "public.students", "owner=app", "1");

    [Fact]
    public void Item_equal_at_both_ends_and_in_the_copy_is_compared_and_no_difference()
    {
        var result = CatalogComparison.Compare(Of(Students), Of(Students), Of(Students));

        Assert.Equal((0, 1, 0, 0, 0), Counts(result));
    }

    [Fact]
    public void Item_equal_at_both_ends_and_other_in_the_copy_is_a_difference_that_says_both()
    {
        var result = CatalogComparison.Compare(Of(Students), Of(Students), Of(Students with { Value = "owner=eve" }));

        Assert.Equal([new CatalogDifference("school", "table", "public.students", "owner=app", "owner=eve")], result.Differences);
        Assert.Equal(1, result.Compared);
    }

    [Fact]
    public void Item_equal_at_both_ends_and_not_in_the_copy_is_a_difference() => Assert.Equal(
        [new CatalogDifference("school", "table", "public.students", "owner=app", "absent")],
        CatalogComparison.Compare(Of(Students), Of(Students), Of()).Differences);

    [Fact]
    public void Version_of_the_copy_says_nothing() =>
        Assert.Equal((0, 1, 0, 0, 0), Counts(CatalogComparison.Compare(Of(Students), Of(Students), Of(Students with { Version = "7" }))));

    [Theory]
    [InlineData("one", "two", "one")]
    [InlineData("one", "two", "two")]
    [InlineData(null, "two", null)]
    [InlineData(null, "two", "two")]
    [InlineData("one", null, "one")]
    [InlineData("one", null, null)]
    public void Item_that_moved_may_be_as_at_either_end(string? before, string? after, string? copy) =>
        Assert.Equal((0, 0, 1, 0, 0), Counts(CatalogComparison.Compare(With(before), With(after), With(copy))));

    [Theory]
    [InlineData("one", "two", "three")]
    [InlineData("one", "two", null)]
    [InlineData(null, "two", "three")]
    [InlineData("one", null, "three")]
    public void Item_that_moved_and_is_in_a_third_state_is_not_judged_and_named(string? before, string? after, string? copy)
    {
        var result = CatalogComparison.Compare(With(before), With(after), With(copy));

        Assert.Equal((0, 0, 0, 1, 0), Counts(result));
        Assert.StartsWith("table public.students: ", result.NotJudged[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("column", "public.students.id", true)]
    [InlineData("comment", "table column public.students.id", true)]
    [InlineData("comment", "table public.students", true)]
    [InlineData("column", "public.students_2.id", false)]
    [InlineData("column", "other.public.id", false)]
    public void Part_of_a_relation_that_was_altered_meanwhile_may_be_absent_in_the_copy_under_this_name(string kind, string name, bool isPart)
    {
        var part = new CatalogItem(kind, name, "type=integer", "5");
        var (before, after) = (Of(Students, part), Of(Students with { Version = "2" }, part));

        var absent = CatalogComparison.Compare(before, after, Of(Students));
        var changed = CatalogComparison.Compare(before, after, Of(Students, part with { Value = "type=text" }));

        Assert.Equal((isPart ? 0 : 1, isPart ? 1 : 0), (absent.Differences.Count, absent.NotJudged.Count));
        Assert.Single(changed.Differences);
    }

    [Fact]
    public void Item_that_was_made_anew_with_the_same_value_may_be_absent_in_the_copy()
    {
        var anew = Students with { Version = "2" };

        Assert.Equal((0, 0, 0, 1, 0), Counts(CatalogComparison.Compare(Of(Students), Of(anew), Of())));
        Assert.Equal((0, 0, 1, 0, 0), Counts(CatalogComparison.Compare(Of(Students), Of(anew), Of(anew))));
    }

    [Theory]
    [InlineData("5 1 0", "5 1 0", 1)]
    [InlineData("5 1 0", "6 1 1", 0)]
    [InlineData(null, null, 0)]
    [InlineData("5 1 0", null, 0)]
    public void Item_that_is_only_in_the_copy_is_a_difference_where_nothing_was_written_to_the_catalogs(string? before, string? after, int differences)
    {
        var result = CatalogComparison.Compare(Of() with { Writes = before }, Of() with { Writes = after }, Of(Students));

        Assert.Equal((differences, differences, 0, 1 - differences, 0), Counts(result));
    }

    [Fact]
    public void Item_that_is_only_in_the_copy_differs_from_a_catalog_that_stands_for_both_ends()
    {
        var earlier = Of();

        Assert.Equal([new CatalogDifference("school", "table", "public.students", "absent", "owner=app")], CatalogComparison.Compare(earlier, earlier, Of(Students)).Differences);
    }

    [Theory]
    [InlineData("public.students_pkey_ccnew", 0)]
    [InlineData("public.students_pkey_ccold1", 0)]
    [InlineData("public.\"Students_ccnew\"", 0)]
    [InlineData("public.students_ccnewer", 1)]
    public void Index_of_a_running_reindex_is_never_a_difference(string name, int differences)
    {
        var still = Of() with { Writes = "5" };

        Assert.Equal(differences, CatalogComparison.Compare(still, still with { Unread = still.Unread }, Of(new CatalogItem("index", name, "INVALID"))).Differences.Count);
    }

    [Theory]
    [InlineData("41 by 1", "50 by 1", "41 by 1", 0)]
    [InlineData("41 by 1", "50 by 1", "83 by 1", 0)]
    [InlineData("41 by 1", "50 by 1", "40 by 1", 1)]
    [InlineData("41 by 1", "41 by 1", "unused by 1", 1)]
    [InlineData("unused by 1", "50 by 1", "unused by 1", 0)]
    [InlineData("-41 by -1", "-50 by -1", "-74 by -1", 0)]
    [InlineData("-41 by -1", "-50 by -1", "-40 by -1", 1)]
    [InlineData("41 by 1", "41 by 1", null, 1)]
    [InlineData("41 by 1 in 1", "50 by 1 in 1", "83 by 1 in 1", 0)]
    [InlineData("41 by 1 in 1", "50 by 1 in 1", "84 by 1 in 1", 1)]
    [InlineData("41 by 1 in 20", "50 by 1 in 20", "102 by 1 in 20", 0)]
    [InlineData("41 by 1 in 20", "50 by 1 in 20", "103 by 1 in 20", 1)]
    [InlineData("-41 by -2 in 1", "-41 by -2 in 1", "-107 by -2 in 1", 0)]
    [InlineData("-41 by -2 in 1", "-41 by -2 in 1", "-109 by -2 in 1", 1)]
    [InlineData("unused by 1 in 1", "unused by 1 in 1", "unused by 1 in 1", 0)]
    [InlineData("unused by 1 in 1", "unused by 1 in 1", "5 by 1 in 1", 1)]
    [InlineData("41 by 9223372036854775807 in 9223372036854775807", "41 by 9223372036854775807 in 9223372036854775807", "42 by 9223372036854775807 in 9223372036854775807", 0)]
    public void Sequence_must_have_given_out_what_it_had_before(string before, string after, string? copy, int differences)
    {
        var result = CatalogComparison.Compare(Stand(before), Stand(after), Stand(copy));

        Assert.Equal((differences, 1, 0, 0, 0), Counts(result));
        Assert.All(result.Differences, difference => Assert.True(difference.Expected == $"{before}, or further" || difference.Expected == $"{after}, or little further", difference.Expected));
    }

    [Theory]
    [InlineData("16400 7 2 1", null, 1)]
    [InlineData("16400 7 2 1", "inherit", 0)]
    [InlineData("16411 7 2 1", null, 0)]
    public void Role_that_is_missing_is_a_difference_even_where_others_were_written(string version, string? copy, int differences)
    {
        static DatabaseCatalog Role(string? value, string version) => value is null ? Of() : Of(new CatalogItem(CatalogKinds.Role, "app", value, version));

        Assert.Equal(differences, CatalogComparison.Compare(Role("inherit; login", "16400 5 2 1"), Role("inherit; login", version), Role(copy, "1")).Differences.Count);
    }

    [Fact]
    public void Sequence_that_went_back_is_not_judged() =>
        Assert.Equal((0, 0, 0, 1, 0), Counts(CatalogComparison.Compare(Stand("41 by 1"), Stand("3 by 1"), Stand("1 by 1"))));

    [Theory]
    [InlineData("3 by 1", 1)]
    [InlineData("1 by 1", 0)]
    public void Sequence_that_was_altered_may_stand_as_at_either_end(string copy, int moved) =>
        Assert.Equal((0, 0, moved, 1 - moved, 0), Counts(CatalogComparison.Compare(Stand("41 by 1"), Stand("3 by 1", "2"), Stand(copy))));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Absence_of_an_item_means_nothing_where_its_kind_was_not_read_in_full(int side)
    {
        DatabaseCatalog[] sides = [Of(Students), Of(Students), Of(Students)];
        sides[side] = Of() with { Unread = new Dictionary<string, string> { ["table"] = "42501: permission denied" } };

        var result = CatalogComparison.Compare(sides[0], sides[1], sides[2]);

        Assert.Equal((0, 0, 0, 0, 1), Counts(result));
        Assert.EndsWith("42501: permission denied", result.NotComparable[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Item_that_could_be_read_is_compared_though_its_kind_was_not_read_in_full()
    {
        var unread = new Dictionary<string, string> { ["table"] = "42501: permission denied" };

        Assert.Single(CatalogComparison.Compare(Of(Students), Of(Students), Of(Students with { Value = "owner=eve" }) with { Unread = unread }).Differences);
    }

    [Theory]
    [InlineData("XX001: invalid page in block 3 of relation base/16384/2601", 1)]
    [InlineData("58P01: could not open file", 1)]
    [InlineData("42501: permission denied", 0)]
    public void Kind_that_only_the_copy_cannot_read_because_it_is_damaged_is_a_difference(string words, int differences)
    {
        var copy = Of() with { Unread = new Dictionary<string, string> { ["table"] = words } };

        Assert.Equal(differences, CatalogComparison.Compare(Of(Students), Of(Students), copy).Differences.Count);
    }

    [Theory]
    [InlineData(0, "before the snapshot")]
    [InlineData(1, "after the snapshot")]
    [InlineData(2, "in the copy")]
    public void Catalog_that_is_unavailable_on_a_side_is_not_comparable(int side, string where)
    {
        DatabaseCatalog[] sides = [Of(Students), Of(Students), Of()];
        sides[side] = Of() with { Unavailable = "no CONNECT" };

        var result = CatalogComparison.Compare(sides[0], sides[1], sides[2]);

        Assert.Equal((0, 0, 0, 0, 1), Counts(result));
        Assert.Contains(where, result.NotComparable[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Long_values_are_shown_where_they_differ()
    {
        var head = new string('a', 500);
        var difference = CatalogComparison.Compare(With(head + "one" + head), With(head + "one" + head), With(head + "two" + head)).Differences[0];

        Assert.Equal($"…{head[..60]}one{head[..137]}…", difference.Expected);
        Assert.Equal($"…{head[..60]}two{head[..137]}…", difference.Found);
    }

    [Fact]
    public void Differences_come_in_order_of_kind_and_name()
    {
        var before = Of(new CatalogItem("index", "b", "x"), new CatalogItem("index", "a", "x"), new CatalogItem("table", "T", "x"), new CatalogItem("column", "z", "x"));

        Assert.Equal(["column z", "index a", "index b", "table T"], CatalogComparison.Compare(before, before, Of()).Differences.Select(static d => $"{d.Kind} {d.Name}"));
    }

    [Theory]
    [InlineData("role", "\"Master User\"", true)]
    [InlineData("role", "rdsadmin", true)]
    [InlineData("role", "rds_iam", true)]
    [InlineData("role", "app", false)]
    [InlineData("membership", "rds_superuser to \"Master User\"", true)]
    [InlineData("membership", "pg_read_all_data to \"Master User\"", true)]
    [InlineData("membership", "pg_monitor to rds_superuser", true)]
    [InlineData("membership", "rds_replication to rds_superuser", true)]
    [InlineData("membership", "rds_iam to app", false)]
    [InlineData("membership", "app to \"Master User\"", false)]
    [InlineData("database", "rdsadmin", true)]
    [InlineData("database", "school", false)]
    [InlineData("setting", "rdsadmin in *: log_statement", true)]
    [InlineData("setting", "* in rdsadmin: log_statement", true)]
    [InlineData("setting", "\"Master User\" in *: work_mem", false)]
    [InlineData("table", "rdsadmin", false)]
    public void What_the_drill_or_AWS_changes_is_not_compared(string kind, string name, bool covered)
    {
        var before = Of(new CatalogItem(kind, name, "x"));

        Assert.Equal(covered ? 0 : 1, CatalogComparison.Compare(before, before, Of(), new DrillChanges("Master User")).Differences.Count);
    }

    [Fact]
    public void Catalogs_of_different_databases_are_refused() =>
        Assert.Throws<ArgumentException>(static () => CatalogComparison.Compare(Of(), Of(), Of() with { Database = "other" }));

    private static (int Differences, int Compared, int Moved, int NotJudged, int NotComparable) Counts(CatalogComparison result) =>
        (result.Differences.Count, result.Compared, result.Moved, result.NotJudged.Count, result.NotComparable.Count);

    private static DatabaseCatalog Of(params CatalogItem[] items) => new() { Database = "school", Items = items };

    private static DatabaseCatalog With(string? value) => value is null ? Of() : Of(Students with { Value = value });

    private static DatabaseCatalog Stand(string? value, string version = "1") =>
        value is null ? Of() : Of(new CatalogItem(CatalogKinds.SequenceStand, "public.counter", value, version));
}
