using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Installation;

namespace RestoreDrill.Core.Tests.Drilling;

public sealed class ScratchOwnershipTests
{
    private const string Name = "rd-scratch-acme-d04cr4r0wxyz";
    private static readonly IReadOnlyDictionary<string, string> Tags = ScratchOwnership.TagsOf(Sample.Installation, Sample.Drill);

    [Fact]
    public void Instance_whose_name_and_tags_are_all_this_drills_is_ours() =>
        ScratchOwnership.Require(Sample.Scratch(Name, Tags.With("cost-centre", "42")), Sample.Installation, Sample.Drill);

    [Theory]
    [InlineData("courses-production")]
    [InlineData("rd-scratch-acme2-d04cr4r0wxyz")]
    [InlineData("rd-scratch-acme-d04cr4r0wxy0")]
    [InlineData("rd-scratch-acme-d04cr4r0wxyz2")]
    [InlineData("RD-SCRATCH-ACME-D04CR4R0WXYZ")]
    [InlineData("rd-scratch-acme-")]
    public void Instance_of_another_name_is_not_ours_whatever_its_tags_say(string name) => Refused(name, Tags, $"its name is not {Name}");

    [Theory]
    [InlineData(TagNames.Role, null, "its tag restoredrill:role is missing, not 'scratch'")]
    [InlineData(TagNames.Role, "emergency", "its tag restoredrill:role is 'emergency', not 'scratch'")]
    [InlineData(TagNames.Installation, null, "its tag restoredrill:installation is missing, not 'acme'")]
    [InlineData(TagNames.Installation, "acme2", "its tag restoredrill:installation is 'acme2', not 'acme'")]
    [InlineData(TagNames.Run, null, "its tag restoredrill:run is missing, not 'd04cr4r0wxyz'")]
    [InlineData(TagNames.Run, "d04cr4r0wxy0", "its tag restoredrill:run is 'd04cr4r0wxy0', not 'd04cr4r0wxyz'")]
    public void Instance_with_one_wrong_tag_is_not_ours(string key, string? value, string named) => Refused(Name, Tags.With(key, value), named);

    [Fact]
    public void Instance_of_another_drill_of_ours_is_not_this_drills()
    {
        var other = Core.Runs.RunId.Parse("d04cr4r0wxy0");
        var instance = Sample.Scratch(Sample.Names.ScratchInstance(other), ScratchOwnership.TagsOf(Sample.Installation, other));

        Assert.Throws<NotOursException>(() => ScratchOwnership.Require(instance, Sample.Installation, Sample.Drill));
    }

    [Fact]
    public void Tags_say_role_installation_and_run_and_nothing_else() => Assert.Equal(
        new Dictionary<string, string> { [TagNames.Role] = "scratch", [TagNames.Installation] = "acme", [TagNames.Run] = "d04cr4r0wxyz" }, Tags);

    private static void Refused(string name, IReadOnlyDictionary<string, string> tags, string named)
    {
        var refusal = Assert.Throws<NotOursException>(() => ScratchOwnership.Require(Sample.Scratch(name, tags), Sample.Installation, Sample.Drill));

        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was done to it.", refusal.Message, StringComparison.Ordinal);
    }
}
