using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.SelfTests;

namespace RestoreDrill.Core.Tests.SelfTests;

public sealed class OwnScratchTests
{
    private static readonly CloudInstance Ours = Sample.Scratch(Sample.Names.ScratchInstance(Sample.Drill), ScratchOwnership.TagsOf(Sample.Installation, Sample.Drill)) with
    {
        Host = "scratch.rds", Port = 5432,
    };

    public static TheoryData<string> Strangers => [.. Changed.Keys];

    private static Dictionary<string, CloudInstance> Changed { get; } = new()
    {
        ["Instance production"] = Ours with { Name = "production" },
        [TagNames.Run] = Ours with { Tags = Ours.Tags.With(TagNames.Run, "d04cr4r00000") },
        [TagNames.Role] = Ours with { Tags = Ours.Tags.With(TagNames.Role, null) },
        ["not in the vault account"] = Ours with { Arn = Ours.Arn.Replace(Sample.VaultAccount, Sample.SourceAccount, StringComparison.Ordinal) },
        ["other.rds:5432"] = Ours with { Host = "other.rds" },
        ["scratch.rds:5433"] = Ours with { Port = 5433 },
        ["this drill restored and read"] = Ours with { Host = null },
    };

    [Fact]
    public void Instance_of_the_drill_that_it_has_read_may_be_damaged()
    {
        var scratch = Of(Ours);

        Assert.Equal(("scratch.rds", 5432, "master", "7301"), (scratch.Login.Host, scratch.Login.Port, scratch.Login.User, scratch.SystemIdentifier));
    }

    [Theory]
    [MemberData(nameof(Strangers))]
    public void Any_other_instance_may_not(string named) =>
        Assert.Contains(named, Assert.Throws<NotOursException>(() => Of(Changed[named])).Message, StringComparison.Ordinal);

    private static OwnScratch Of(CloudInstance instance) =>
        OwnScratch.Of(instance, Sample.Options, Sample.Drill, (Ours.Arn, "scratch.rds", 5432), MasterPassword.Of("secret"), new InstanceIdentity(150018, "7301"));
}
