using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Installation;

namespace RestoreDrill.Core.Tests.Copying;

public sealed class StagingOwnershipTests
{
    private static readonly IReadOnlyDictionary<string, string> Tags = new Dictionary<string, string>
    {
        [TagNames.Role] = TagNames.StagingRole,
        [TagNames.Installation] = "acme",
        [TagNames.Run] = Sample.CopyRun.Value,
    };

    [Theory]
    [InlineData("rd-staging-acme-c04cr4r0abcd")]
    [InlineData("rd-staging-acme-c04cr4r0abcd-cmk")]
    public void Snapshot_whose_name_and_tags_are_all_this_runs_is_ours(string name) =>
        StagingOwnership.Require(Sample.Snapshot(name, Tags.With("cost-centre", "42")), Sample.Installation, Sample.CopyRun);

    [Theory]
    [InlineData("courses-production-final")]
    [InlineData("rd-staging-acme2-c04cr4r0abcd")]
    [InlineData("rd-staging-acme-c04cr4r0abce")]
    [InlineData("rd-staging-acme-c04cr4r0abcd-cmk2")]
    [InlineData("rd-staging-acme-c04cr4r0abcd-")]
    [InlineData("RD-STAGING-ACME-C04CR4R0ABCD")]
    [InlineData("rd-copy-acme-c04cr4r0abcd")]
    [InlineData("rd-staging-acme-")]
    public void Snapshot_of_another_name_is_not_ours_whatever_its_tags_say(string name) => Refused(name, Tags, "its name is not rd-staging-acme-c04cr4r0abcd");

    [Theory]
    [InlineData(TagNames.Role, null, "its tag restoredrill:role is missing, not 'staging'")]
    [InlineData(TagNames.Role, "copy", "its tag restoredrill:role is 'copy', not 'staging'")]
    [InlineData(TagNames.Role, "Staging", "its tag restoredrill:role is 'Staging', not 'staging'")]
    [InlineData(TagNames.Installation, null, "its tag restoredrill:installation is missing, not 'acme'")]
    [InlineData(TagNames.Installation, "acme2", "its tag restoredrill:installation is 'acme2', not 'acme'")]
    [InlineData(TagNames.Installation, "acm", "its tag restoredrill:installation is 'acm', not 'acme'")]
    [InlineData(TagNames.Run, null, "its tag restoredrill:run is missing, not 'c04cr4r0abcd'")]
    [InlineData(TagNames.Run, "c04cr4r0abce", "its tag restoredrill:run is 'c04cr4r0abce', not 'c04cr4r0abcd'")]
    public void Snapshot_with_one_wrong_tag_is_not_ours(string key, string? value, string named) =>
        Refused("rd-staging-acme-c04cr4r0abcd", Tags.With(key, value), named);

    [Fact]
    public void Every_mismatch_is_named()
    {
        var refusal = Assert.Throws<NotOursException>(() => StagingOwnership.Require(
            Sample.Snapshot("foreign", new Dictionary<string, string>()), Sample.Installation, Sample.CopyRun));

        string[] parts = ["its name", TagNames.Role, TagNames.Installation, TagNames.Run, "Nothing was done to it."];
        Assert.All(parts, part => Assert.Contains(part, refusal.Message, StringComparison.Ordinal));
    }

    private static void Refused(string name, IReadOnlyDictionary<string, string> tags, string named)
    {
        var refusal = Assert.Throws<NotOursException>(() => StagingOwnership.Require(Sample.Snapshot(name, tags), Sample.Installation, Sample.CopyRun));

        Assert.StartsWith($"Snapshot {name} is not the staging snapshot of copy run c04cr4r0abcd: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was done to it.", refusal.Message, StringComparison.Ordinal);
    }
}
