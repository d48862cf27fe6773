using System.Text.RegularExpressions;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Tests.Installation;

public sealed partial class ResourceNamesTests
{
    private const int InstanceNameAtMost = 63;

    [Theory]
    [InlineData("ab")]
    [InlineData("abcdefghijklmnop")]
    [InlineData("z999999999999999")]
    public void Names_keep_to_RDS_rules_for_shortest_and_longest_installation(string installation)
    {
        var names = new ResourceNames(InstallationId.Parse(installation));
        var run = RunId.New(RunKind.Drill, Sample.Now, new Random(1));

        string[] given = [names.ScratchInstance(run), names.StagingSnapshot(run), names.ReencryptedSnapshot(run), names.Copy(run)];

        Assert.All(given, static name =>
        {
            Assert.InRange(name.Length, 1, InstanceNameAtMost);
            Assert.Matches(RdsName(), name);
            Assert.DoesNotContain("--", name, StringComparison.Ordinal);
        });
        Assert.Equal(given.Length, given.Distinct().Count());
    }

    [Fact]
    public void Names_are_the_same_each_time_they_are_asked_for()
    {
        Assert.Equal("rd-scratch-acme-d04cr4r0wxyz", Sample.Names.ScratchInstance(Sample.Drill));
        Assert.Equal("rd-staging-acme-c04cr4r0abcd", Sample.Names.StagingSnapshot(Sample.CopyRun));
        Assert.Equal("rd-staging-acme-c04cr4r0abcd-cmk", Sample.Names.ReencryptedSnapshot(Sample.CopyRun));
        Assert.Equal("rd-copy-acme-c04cr4r0abcd", Sample.Names.Copy(Sample.CopyRun));
    }

    [Fact]
    public void Prefix_of_one_installation_never_begins_the_names_of_another()
    {
        var longer = new ResourceNames(InstallationId.Parse("acme2"));

        Assert.False(longer.ScratchInstance(Sample.Drill).StartsWith(Sample.Names.ScratchPrefix, StringComparison.Ordinal));
        Assert.False(longer.Copy(Sample.CopyRun).StartsWith(Sample.Names.CopyPrefix, StringComparison.Ordinal));
        Assert.False(longer.StagingSnapshot(Sample.CopyRun).StartsWith(Sample.Names.StagingPrefix, StringComparison.Ordinal));
    }

    [Fact]
    public void Names_without_an_installation_or_a_run_are_not_made()
    {
        Assert.DoesNotMatch(RdsName(), new ResourceNames(default).ScratchInstance(Sample.Drill));
        Assert.DoesNotMatch(RdsName(), Sample.Names.ScratchInstance(default));
    }

    [GeneratedRegex(@"^[a-z]([a-z0-9-]*[a-z0-9])?\z")]
    private static partial Regex RdsName();
}
