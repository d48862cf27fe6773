using RestoreDrill.Host.Status;
using RestoreDrill.Host.Tests.Fakes;

namespace RestoreDrill.Host.Tests.Status;

public sealed class SnapshotQuotaTests
{
    [Theory]
    [InlineData(0, 0, 100, null, false)]
    [InlineData(30, 30, 100, 70.0, false)]
    [InlineData(87, 30, 100, 13.0, true)]
    [InlineData(86, 30, 100, 14.0, false)]
    [InlineData(100, 30, 100, 0.0, true)]
    [InlineData(105, 30, 100, 0.0, true)]
    public void Days_left_are_counted_at_the_pace_of_the_last_30_days(int used, int recent, int quota, double? daysLeft, bool red)
    {
        // One a day for the last 30 days, the oldest of them 30 days old; the rest older.
        var snapshots = Enumerable.Range(0, used).Select(i => RecordedRuns.InVault($"s{i}", CommandLine.Now.AddDays(i < recent ? -i - 1 : -60))).ToList();

        var seen = SnapshotQuota.Of(snapshots, quota, CommandLine.Now);

        Assert.Equal(daysLeft, seen.DaysLeft is { } days ? Math.Round(days, 6) : null);
        Assert.Equal(red, seen.IsRed);
    }

    [Fact]
    public void Full_quota_is_red_even_when_nothing_was_made_lately()
    {
        var snapshots = Enumerable.Range(0, 10).Select(static i => RecordedRuns.InVault($"s{i}", CommandLine.Now.AddDays(-90))).ToList();

        Assert.True(SnapshotQuota.Of(snapshots, 10, CommandLine.Now).IsRed);
        Assert.Contains("full", SnapshotQuota.Of(snapshots, 10, CommandLine.Now).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Young_installation_is_not_taken_for_an_idle_one()
    {
        var snapshots = Enumerable.Range(0, 10).Select(static i => RecordedRuns.InVault($"s{i}", CommandLine.Now.AddHours(-12 * i))).ToList();

        Assert.Equal(40 / (10 / 4.5), SnapshotQuota.Of(snapshots, 50, CommandLine.Now).DaysLeft!.Value, 6);
    }
}
