using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Tests.Cloud;

namespace RestoreDrill.Core.Tests.Facts;

/// <summary>Whether a snapshot is the copy that the facts of its name are about.</summary>
public sealed class CopyIdentityTests
{
    [Fact]
    public async Task Copy_is_what_its_facts_are_about()
    {
        var (copy, record) = await ProvenAsync();

        var report = StandingRules.Judge(copy, record);

        Assert.Equal((CopyStanding.Proven, 0), (report.Standing, report.Changes.Count));
    }

    [Fact]
    public async Task Snapshot_of_other_data_under_its_name_is_not_known()
    {
        var (copy, record) = await ProvenAsync();

        var report = StandingRules.Judge(copy with { OriginalCreateTime = copy.OriginalCreateTime!.Value.AddSeconds(1) }, record);

        Assert.Equal((CopyStanding.NotKnown, null), (report.Standing, report.Decisive));
        Assert.Contains("it is another one", report.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Snapshot_of_another_arn_under_its_name_is_not_known()
    {
        var (copy, record) = await ProvenAsync();

        Assert.Equal(CopyStanding.NotKnown, StandingRules.Judge(copy with { Arn = copy.Arn + "x" }, record).Standing);
    }

    [Fact]
    public async Task Tags_that_were_changed_are_told_and_take_nothing_from_the_verdict()
    {
        var (copy, record) = await ProvenAsync();
        var tags = new Dictionary<string, string>(copy.Tags) { ["restoredrill:database"] = "other" };

        var report = StandingRules.Judge(copy with { Tags = tags }, record);

        Assert.Equal(CopyStanding.Proven, report.Standing);
        Assert.Contains("does not carry the tags that it was made with: the facts give digest", Assert.Single(report.Changes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_that_are_missing_are_told()
    {
        var (copy, record) = await ProvenAsync();

        var report = StandingRules.Judge(copy, record with { Facts = [.. record.Facts.Where(static fact => fact.Key.Kind != FactKind.CopyFacts)] });

        Assert.Contains("nothing in the store says", Assert.Single(report.Changes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fail_stays_a_fail_whatever_else_is_odd()
    {
        var (copy, record) = await ProvenAsync(broken: true);

        Assert.Equal(CopyStanding.Failed, StandingRules.Judge(copy with { Arn = copy.Arn + "x" }, record).Standing);
    }

    private static async Task<(CloudSnapshot Copy, CopyRecord Record)> ProvenAsync(bool broken = false)
    {
        var driven = Driven.WithFacts();
        Assert.Equal(RunOutcome.Copied, (await driven.CopyAsync()).Outcome);
        if (broken)
        {
            driven.Cloud.RestoreEndsIn = "failed";
        }

        Assert.Equal(broken ? RunOutcome.Fail : RunOutcome.Pass, (await driven.DrillAsync()).Outcome);
        var copy = Assert.Single(await new MemoryVault(driven.Cloud).ListSnapshotsAsync(CancellationToken.None));
        return (copy, await new FactReader(driven.Facts, driven.Options.Facts!).ReadAsync(driven.Options.Installation, Sample.Database, copy.Name, CancellationToken.None));
    }
}
