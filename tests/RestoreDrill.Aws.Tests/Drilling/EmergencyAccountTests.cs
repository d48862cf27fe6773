using RestoreDrill.Aws.Tests.Access;
using RestoreDrill.Aws.Tests.Wire;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Facts;

namespace RestoreDrill.Aws.Tests.Drilling;

public sealed class EmergencyAccountTests
{
    private static readonly string Restored = Shapes.Names.RestoredInstance(Shapes.Restore);

    [Fact]
    public async Task Parameter_group_is_given_at_once_and_nothing_else_is_changed()
    {
        await using var aws = await CannedAws.WithRoleAsync(static request => request.Action == "ModifyDBInstance"
            ? CannedAnswer.Rds(request.Action, Shapes.Instance(Restored))
            : Shapes.Instances(Shapes.Instance(Restored, Shapes.RestoredTags)));
        using var account = AwsAccounts.OpenEmergency(aws.Access);

        await account.GiveParameterGroupAsync(Restored, "courses-postgres15", Shapes.Installation, Shapes.Restore, default);

        Assert.Equal(
            new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["Action"] = "ModifyDBInstance",
                ["Version"] = "2014-10-31",
                ["DBInstanceIdentifier"] = Restored,
                ["DBParameterGroupName"] = "courses-postgres15",
                ["ApplyImmediately"] = "true",
            },
            new SortedDictionary<string, string>(aws.Requests[^1].Form.ToDictionary(), StringComparer.Ordinal));
    }

    [Fact]
    public async Task Restart_is_one_without_a_failover()
    {
        await using var aws = await CannedAws.WithRoleAsync(static request => request.Action == "RebootDBInstance"
            ? CannedAnswer.Rds(request.Action, Shapes.Instance(Restored, status: "rebooting"))
            : Shapes.Instances(Shapes.Instance(Restored, Shapes.RestoredTags)));
        using var account = AwsAccounts.OpenEmergency(aws.Access);

        await account.RebootAsync(Restored, Shapes.Installation, Shapes.Restore, default);

        Assert.Equal(["Action", "DBInstanceIdentifier", "Version"], aws.Requests[^1].Form.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("rd-restored-acme-r0abcdef0123", "scratch", "acme", "r0abcdef0123")]
    [InlineData("rd-restored-acme-r0abcdef0123", "restored", "other", "r0abcdef0123")]
    [InlineData("rd-restored-acme-r0abcdef0123", "restored", "acme", "r0abcdef0124")]
    [InlineData("rd-restored-acme-r0abcdef0123", null, null, null)]
    [InlineData("rd-restored-other-r0abcdef0123", "restored", "acme", "r0abcdef0123")]
    [InlineData("rd-scratch-acme-r0abcdef0123", "restored", "acme", "r0abcdef0123")]
    [InlineData("courses", "restored", "acme", "r0abcdef0123")]
    public async Task Instance_that_is_not_this_restores_is_not_changed(string name, string? role, string? installation, string? run)
    {
        var tags = role is null ? new Dictionary<string, string> { ["owner"] = "x" } : Shapes.Tags(role, installation!, run!);
        await using var aws = await CannedAws.WithRoleAsync(_ => Shapes.Instances(Shapes.Instance(name, tags)));
        using var account = AwsAccounts.OpenEmergency(aws.Access);

        await Assert.ThrowsAsync<NotOursException>(() => account.GiveParameterGroupAsync(name, "g", Shapes.Installation, Shapes.Restore, default));
        await Assert.ThrowsAsync<NotOursException>(() => account.RebootAsync(name, Shapes.Installation, Shapes.Restore, default));

        Assert.All(aws.Operations, static operation => Assert.Equal("rds:DescribeDBInstances", operation));
    }

    [Fact]
    public async Task Instance_that_is_gone_is_told_as_gone()
    {
        await using var aws = await CannedAws.WithRoleAsync(static _ => CannedAnswer.Refusal("DBInstanceNotFound", status: 404));
        using var account = AwsAccounts.OpenEmergency(aws.Access);

        var gone = await Assert.ThrowsAsync<CloudException>(() => account.RebootAsync(Restored, Shapes.Installation, Shapes.Restore, default));

        Assert.Equal((CloudFault.NotFound, "rds:RebootDBInstance"), (gone.Fault, gone.Operation));
    }

    [Fact]
    public async Task One_code_is_for_account_and_facts()
    {
        await using var aws = await CannedAws.WithRoleAsync(static request => request.Action == "GetCallerIdentity"
            ? CannedAnswer.Sts(request.Action, "<Arn>arn:aws:iam::222222222222:user/maria</Arn><UserId>AIDA</UserId><Account>222222222222</Account>")
            : new CannedAnswer(200, "<ListVersionsResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><IsTruncated>false</IsTruncated></ListVersionsResult>"));
        using var account = AwsAccounts.OpenEmergency(aws.Access with { NeedsSecondFactor = true });
        var person = new TypedCodes("123456");

        await account.SignInAsync(person, default);
        Assert.Empty(await account.OpenFacts(new FactStoreOptions { Bucket = "facts", Owner = "222222222222", Retention = TimeSpan.FromDays(90) }).ListVersionsAsync("acme/", default));

        Assert.Single(person.Asked);
        Assert.Single(aws.Requests, static request => request.Action == "AssumeRole");
    }
}
