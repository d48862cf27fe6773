using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Tests.Policies;

public sealed class MatchTests
{
    [Theory]
    [InlineData("*", "rds:CopyDBSnapshot", true)]
    [InlineData("rds:CopyDBSnapshot", "rds:CopyDBSnapshot", true)]
    [InlineData("RDS:copydbsnapshot", "rds:CopyDBSnapshot", true)]
    [InlineData("rds:Copy*", "rds:CopyDBSnapshot", true)]
    [InlineData("rds:*Snapshot", "rds:CopyDBSnapshot", true)]
    [InlineData("rds:*Snap*o?", "rds:CopyDBSnapshot", true)]
    [InlineData("rds:CopyDBSnapshot?", "rds:CopyDBSnapshot", false)]
    [InlineData("rds:CopyDBSnapsho?", "rds:CopyDBSnapshot", true)]
    [InlineData("rds:Copy", "rds:CopyDBSnapshot", false)]
    [InlineData("kms:*", "rds:CopyDBSnapshot", false)]
    public void Action_is_matched_whatever_its_case(string pattern, string action, bool expected)
    {
        Assert.Equal(expected, new ActionMatch([TextPattern.TryParse(pattern)!], IsNegated: false).Covers(action));
        Assert.Equal(!expected, new ActionMatch([TextPattern.TryParse(pattern)!], IsNegated: true).Covers(action));
    }

    [Theory]
    [InlineData("*", true)]
    [InlineData("arn:aws:rds:eu-west-1:222222222222:snapshot:rd-copy-acme-c1", true)]
    [InlineData("arn:aws:rds:eu-west-1:222222222222:snapshot:RD-copy-acme-c1", false)]
    [InlineData("arn:aws:rds:eu-west-1:222222222222:snapshot:rd-copy-acme-*", true)]
    [InlineData("arn:aws:rds:eu-west-1:222222222222:snapshot:rd-copy-acme-c?", true)]
    [InlineData("arn:aws:rds:eu-west-1:222222222222:snapshot:rd-copy-other-*", false)]
    [InlineData("arn:aws:rds:eu-west-1:222222222222:*", true)]
    [InlineData("arn:aws:rds:*:222222222222:snapshot:*", true)]
    [InlineData("arn:aws:rds:*:*c1", true)]
    [InlineData("arn:aws:rds:eu-west-1:111111111111:snapshot:*", false)]
    [InlineData("arn:aws:rds:eu-west-1:${aws:PrincipalAccount}:snapshot:rd-copy-*", true)]
    [InlineData("arn:aws:rds:eu-west-1:${aws:SourceAccount}:snapshot:rd-copy-*", false)]
    [InlineData("arn:aws:rds:eu-west-1:${aws:SourceAccount, '222222222222'}:snapshot:rd-copy-*", true)]
    [InlineData("arn:aws:rds:eu-west-1:222222222222:snapshot:rd-${test:Star}", false)]
    [InlineData("arn:aws:rds:eu-west-1:222222222222:snapshot:rd-${*}", false)]
    public void Resource_is_matched_with_wildcards_and_variables(string pattern, bool expected)
    {
        var context = Asked.Context(("aws:PrincipalAccount", ["222222222222"]), ("test:Star", ["*"]));
        const string arn = "arn:aws:rds:eu-west-1:222222222222:snapshot:rd-copy-acme-c1";

        Assert.Equal(expected, new ResourceMatch([TextPattern.TryParse(pattern)!], IsNegated: false).Covers(arn, context));
        Assert.Equal(!expected, new ResourceMatch([TextPattern.TryParse(pattern)!], IsNegated: true).Covers(arn, context));
    }

    [Theory]
    [InlineData("*", nameof(PrincipalReach.ByName))]
    [InlineData("111111111111", nameof(PrincipalReach.ByAccount))]
    [InlineData("arn:aws:iam::111111111111:root", nameof(PrincipalReach.ByAccount))]
    [InlineData("arn:aws:iam::111111111111:role/operator", nameof(PrincipalReach.ByName))]
    [InlineData("arn:aws:sts::111111111111:assumed-role/operator/at-night", nameof(PrincipalReach.ByName))]
    [InlineData("arn:aws:sts::111111111111:assumed-role/operator/by-day", nameof(PrincipalReach.None))]
    [InlineData("arn:aws:iam::111111111111:role/other", nameof(PrincipalReach.None))]
    [InlineData("arn:aws:iam::111111111111:user/operator", nameof(PrincipalReach.None))]
    [InlineData("arn:aws:iam::222222222222:role/operator", nameof(PrincipalReach.None))]
    [InlineData("222222222222", nameof(PrincipalReach.None))]
    public void Principal_reaches_a_session_by_its_account_its_role_or_itself(string principal, string expected) =>
        Assert.Equal(Enum.Parse<PrincipalReach>(expected), new PrincipalMatch([PrincipalPattern.OfAws(principal)!], IsNegated: false).Reach(Asked.Session));

    [Fact]
    public void Service_is_reached_by_its_name()
    {
        var match = new PrincipalMatch([PrincipalPattern.OfService("backup.amazonaws.com")!], IsNegated: false);

        Assert.Equal(PrincipalReach.ByName, match.Reach(new PolicyCaller(Asked.Here, "backup.amazonaws.com", null)));
        Assert.Equal(PrincipalReach.None, match.Reach(new PolicyCaller(Asked.Here, "rds.amazonaws.com", null)));
        Assert.Equal(PrincipalReach.None, match.Reach(Asked.Session));
    }

    [Theory]
    [InlineData(true, "111111111111", "arn:aws:iam::111111111111:role/operator", "arn:aws:sts::111111111111:assumed-role/operator/at-night")]
    [InlineData(false, "111111111111", "arn:aws:iam::111111111111:role/operator")]
    [InlineData(false, "arn:aws:iam::111111111111:role/operator", "arn:aws:sts::111111111111:assumed-role/operator/at-night")]
    [InlineData(false, "222222222222")]
    public void NotPrincipal_leaves_out_who_is_named_with_account_role_and_session(bool isLeftOut, params string[] principals)
    {
        var match = new PrincipalMatch([.. principals.Select(principal => PrincipalPattern.OfAws(principal)!)], IsNegated: true);

        Assert.Equal(isLeftOut ? PrincipalReach.None : PrincipalReach.ByName, match.Reach(Asked.Session));
    }
}
