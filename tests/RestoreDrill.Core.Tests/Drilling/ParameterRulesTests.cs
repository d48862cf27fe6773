using RestoreDrill.Core.Drilling;

namespace RestoreDrill.Core.Tests.Drilling;

public sealed class ParameterRulesTests
{
    private static readonly IReadOnlyDictionary<string, string> Good = new Dictionary<string, string>
    {
        ["max_logical_replication_workers"] = "0",
        ["shared_preload_libraries"] = "rdsutils,pg_stat_statements",
        ["rds.logical_replication"] = "1",
        ["max_prepared_transactions"] = "20",
    };

    [Fact]
    public void Group_that_keeps_the_copy_quiet_and_lets_it_start_has_no_problem() => Assert.Empty(Problems(Good));

    [Fact]
    public void Every_parameter_that_is_judged_is_read() => Assert.Equal(Good.Keys.Order(), ParameterRules.Names.Order());

    [Theory]
    [InlineData(null, "not set")]
    [InlineData("4", "'4'")]
    [InlineData("", "''")]
    [InlineData("00", "'00'")]
    public void Replication_workers_other_than_none_are_refused(string? value, string shown) =>
        Assert.Contains($"max_logical_replication_workers is {shown}, it must be 0", Single("max_logical_replication_workers", value), StringComparison.Ordinal);

    [Theory]
    [InlineData("pg_cron")]
    [InlineData("rdsutils, pg_cron")]
    [InlineData("rdsutils,PG_STAT_STATEMENTS")]
    [InlineData("pglogical")]
    [InlineData("never-heard-of-it")]
    public void Library_that_is_not_known_to_be_harmless_is_refused_and_named(string value)
    {
        var problem = Single("shared_preload_libraries", value);

        Assert.Contains(value.Split(',')[^1].Trim(), problem, StringComparison.Ordinal);
        Assert.DoesNotContain("rdsutils", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" rdsutils , pgaudit ,, ")]
    public void No_library_or_harmless_ones_are_taken(string? value) => Assert.Empty(Problems(Good.With("shared_preload_libraries", value)));

    [Theory]
    [InlineData(true, null)]
    [InlineData(true, "0")]
    [InlineData(false, "1")]
    public void Logical_replication_unlike_the_sources_is_refused(bool source, string? value)
    {
        var group = new ParameterGroup("restoredrill-postgres15", "postgres15", Good.With("rds.logical_replication", value));

        Assert.Contains("rds.logical_replication", Assert.Single(ParameterRules.Problems(group, Sample.Facts with { LogicalReplication = source })), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("0")]
    public void Logical_replication_off_or_unset_suits_a_source_without_it(string? value)
    {
        var group = new ParameterGroup("restoredrill-postgres15", "postgres15", Good.With("rds.logical_replication", value));

        Assert.Empty(ParameterRules.Problems(group, Sample.Facts with { LogicalReplication = false }));
    }

    [Theory]
    [InlineData(null, "max_prepared_transactions is 0, the source has 20")]
    [InlineData("19", "max_prepared_transactions is 19, the source has 20")]
    [InlineData("many", "max_prepared_transactions is 0, the source has 20")]
    public void Fewer_prepared_transactions_than_the_source_are_refused(string? value, string expected) =>
        Assert.Contains(expected, Single("max_prepared_transactions", value), StringComparison.Ordinal);

    [Fact]
    public void More_prepared_transactions_than_the_source_are_taken() => Assert.Empty(Problems(Good.With("max_prepared_transactions", "100")));

    [Fact]
    public void All_problems_are_told_at_once() => Assert.Equal(4, Problems(new Dictionary<string, string> { ["shared_preload_libraries"] = "pg_cron" }).Count);

    private static IReadOnlyList<string> Problems(IReadOnlyDictionary<string, string> values) =>
        ParameterRules.Problems(new ParameterGroup("restoredrill-postgres15", "postgres15", values), Sample.Facts);

    private static string Single(string name, string? value) => Assert.Single(Problems(Good.With(name, value)));
}
