using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Restoring;

namespace RestoreDrill.Core.Tests.Restoring;

public sealed class RestoreChoiceTests
{
    private static readonly RestoreWish Newest = new(Sample.Database);

    [Fact]
    public void Newest_proven_copy_is_chosen_and_newer_ones_are_named()
    {
        var choice = RestoreChoice.Of([Copy(5, CopyStanding.Failed), Copy(4, CopyStanding.Unproven), Copy(3, CopyStanding.Proven), Copy(2, CopyStanding.Proven)], Newest);

        Assert.Equal("copy-3", choice.Chosen!.Snapshot.Name);
        Assert.Equal((false, true), (choice.IsNamed, choice.HasProven));
        Assert.Equal(["copy-5", "copy-4"], choice.Newer.Select(static one => one.Snapshot.Name));
    }

    [Fact]
    public void Without_a_proven_copy_the_newest_of_which_nothing_is_said_is_chosen()
    {
        var choice = RestoreChoice.Of([Copy(5, CopyStanding.Failed), Copy(4, CopyStanding.NotKnown), Copy(3, CopyStanding.Unproven), Copy(2, CopyStanding.Unproven)], Newest);

        Assert.Equal(("copy-3", false), (choice.Chosen!.Snapshot.Name, choice.HasProven));
    }

    [Theory]
    [InlineData(CopyStanding.Failed)]
    [InlineData(CopyStanding.Revoked)]
    [InlineData(CopyStanding.NotKnown)]
    public void Copy_that_may_be_wrong_is_chosen_only_by_name(CopyStanding standing)
    {
        var copies = new[] { Copy(5, standing) };

        Assert.Null(RestoreChoice.Of(copies, Newest).Chosen);
        Assert.Equal(["copy-5"], RestoreChoice.Of(copies, Newest).Newer.Select(static one => one.Snapshot.Name));
        var named = RestoreChoice.Of(copies, Newest with { Copy = "copy-5" });
        Assert.Equal(("copy-5", true), (named.Chosen!.Snapshot.Name, named.IsNamed));
    }

    [Fact]
    public void Before_a_time_only_older_data_count()
    {
        var copies = new[] { Copy(5, CopyStanding.Proven), Copy(4, CopyStanding.Unproven), Copy(3, CopyStanding.Proven) };

        Assert.Equal("copy-3", RestoreChoice.Of(copies, Newest with { Before = Sample.Now.AddDays(5) }).Chosen!.Snapshot.Name);
        Assert.Null(RestoreChoice.Of(copies, Newest with { Before = Sample.Now.AddDays(3) }).Chosen);
    }

    private static JudgedCopy Copy(int day, CopyStanding standing) => new(
        Sample.Database,
        Sample.Snapshot($"copy-{day}", Sample.Facts.ToTags()) with { DatabaseTime = Sample.Now.AddDays(day) },
        new StandingReport(standing, "why", null, []),
        new CopyRecord([], []));
}
