using RestoreDrill.Core.GuardRails;
using RestoreDrill.Core.GuardRails.Policies;
using RestoreDrill.Core.GuardRails.Rules;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Tests.Cloud;
using RestoreDrill.Core.Tests.Facts;

namespace RestoreDrill.Core.Tests.GuardRails;

/// <summary>Which denials count.</summary>
public sealed class ServiceControlTests
{
    private const string CopyRole = "arn:aws:iam::222222222222:role/restoredrill-backup";

    private readonly MemoryIsolation _isolation = new();

    [Theory]
    [InlineData("""{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"StringNotEquals":{"aws:PrincipalArn":"arn:aws:iam::222222222222:role/admin"}}}""")]
    [InlineData("""{"Effect":"Deny","Action":"backup:*","Resource":"arn:aws:backup:*:*:backup-vault:other"}""")]
    [InlineData("""{"Effect":"Deny","NotAction":"backup:Delete*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Action":"backup:*","Resource":"*"}""")]
    public async Task Denial_that_leaves_somebody_or_something_out_does_not_count(string statement)
    {
        _isolation.Path[1] = _isolation.Path[1] with
        {
            Policies = [new AttachedPolicy("vault", Policies.Without("backup:DeleteRecoveryPoint")), new AttachedPolicy("odd", $$"""{"Statement":[{{statement}}]}""")],
        };

        var answer = await AskAsync();

        Assert.Equal(GuardRailState.Broken, answer.State);
        Assert.Contains("backup:DeleteRecoveryPoint", answer.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Effect":"Deny","Action":"backup:Delete*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Deny","Action":["BACKUP:deleterecoverypoint"],"Resource":["*"]}""")]
    [InlineData("""{"Effect":"Deny","NotAction":"rds:*","Resource":"*"}""")]
    public async Task Denial_counts_however_it_is_written_and_wherever_it_is_attached(string statement)
    {
        _isolation.Path[1] = _isolation.Path[1] with { Policies = [new AttachedPolicy("vault", Policies.Without("backup:DeleteRecoveryPoint"))] };
        _isolation.Path[2] = _isolation.Path[2] with { Policies = [new AttachedPolicy("more", $$"""{"Statement":[{{statement}}]}""")] };

        var answer = await AskAsync();

        Assert.True(answer.State == GuardRailState.Holds, answer.Found);
    }

    [Theory]
    [InlineData("OrganizationAccountAccessRole", GuardRailState.Holds)]
    [InlineData("Enter", GuardRailState.Broken)]
    public async Task Trust_of_the_role_that_lets_the_management_account_in_must_be_denied_to_change(string memberRole, GuardRailState state)
    {
        _isolation.Path[1] = _isolation.Path[1] with
        {
            Policies =
            [
                new AttachedPolicy("vault", Policies.Without("iam:UpdateAssumeRolePolicy")),
                new AttachedPolicy("roles", Policies.Denying(["iam:UpdateAssumeRolePolicy"], "", """{"Effect":"Deny","Action":"s3:*","Resource":"*"}""").Replace(
                    "\"iam:UpdateAssumeRolePolicy\"],\"Resource\":\"*\"", "\"iam:UpdateAssumeRolePolicy\"],\"Resource\":[\"arn:aws:iam::*:role/restoredrill-*\",\"arn:aws:iam::*:role/OrganizationAccountAccessRole\"]", StringComparison.Ordinal)),
            ],
        };

        var answer = await AskAsync(memberRole);

        Assert.True(answer.State == state, answer.Found);
        Assert.True(state == GuardRailState.Holds || answer.Found.EndsWith($": iam:UpdateAssumeRolePolicy on arn:aws:iam::222222222222:role/{memberRole}", StringComparison.Ordinal), answer.Found);
    }

    [Theory]
    [InlineData("facts", """["arn:aws:s3:::facts","arn:aws:s3:::facts/*"]""", GuardRailState.Holds)]
    [InlineData("facts", """["arn:aws:s3:::facts"]""", GuardRailState.Broken)]
    [InlineData("facts", """["arn:aws:s3:::facts/*"]""", GuardRailState.Broken)]
    [InlineData("facts", """["arn:aws:s3:::others","arn:aws:s3:::others/*"]""", GuardRailState.Broken)]
    [InlineData(null, """["arn:aws:s3:::others","arn:aws:s3:::others/*"]""", GuardRailState.Holds)]
    public async Task Facts_must_be_kept_from_being_hidden_and_shut_out(string? bucket, string resources, GuardRailState state)
    {
        _isolation.Path[1] = _isolation.Path[1] with
        {
            Policies =
            [
                new AttachedPolicy("vault", Policies.Without([.. VaultDenies.OfFacts])),
                new AttachedPolicy("facts", $$"""{"Statement":[{"Effect":"Deny","Action":"s3:*","Resource":{{resources}}}]}"""),
            ],
        };

        var answer = await AskAsync(bucket: bucket);

        Assert.True(answer.State == state, answer.Found);
        Assert.True(state == GuardRailState.Holds || answer.Found.Contains(" on arn:aws:s3:::facts", StringComparison.Ordinal), answer.Found);
    }

    [Theory]
    [InlineData(CopyRole, """{"ArnNotEquals":{"aws:PrincipalArn":"arn:aws:iam::222222222222:role/restoredrill-backup"}}""", GuardRailState.Holds)]
    [InlineData(CopyRole, null, GuardRailState.Holds)]
    [InlineData(null, """{"ArnNotEquals":{"aws:PrincipalArn":"arn:aws:iam::222222222222:role/restoredrill-backup"}}""", GuardRailState.Broken)]
    [InlineData(CopyRole, """{"ArnNotEquals":{"aws:PrincipalArn":"arn:aws:iam::222222222222:role/admin"}}""", GuardRailState.Broken)]
    [InlineData(CopyRole, """{"ArnNotLike":{"aws:PrincipalArn":"arn:aws:iam::222222222222:role/restoredrill-backup"}}""", GuardRailState.Broken)]
    [InlineData(CopyRole, """{"ArnNotEquals":{"aws:PrincipalArn":["arn:aws:iam::222222222222:role/restoredrill-backup","arn:aws:iam::222222222222:role/admin"]}}""", GuardRailState.Broken)]
    public async Task Sharing_may_be_left_to_the_role_that_copies_back_alone(string? copyRole, string? condition, GuardRailState state)
    {
        var narrowed = condition is null ? string.Empty : $",\"Condition\":{condition}";
        _isolation.Path[1] = _isolation.Path[1] with
        {
            Policies =
            [
                new AttachedPolicy("vault", Policies.Without("rds:ModifyDBSnapshotAttribute")),
                new AttachedPolicy("sharing", $$"""{"Statement":[{"Effect":"Deny","Action":"rds:ModifyDBSnapshotAttribute","Resource":"*"{{narrowed}}}]}"""),
            ],
        };

        var answer = await AskAsync(copyRole: copyRole);

        Assert.True(answer.State == state, answer.Found);
        Assert.True(state == GuardRailState.Holds || answer.Found.EndsWith(": rds:ModifyDBSnapshotAttribute", StringComparison.Ordinal), answer.Found);
    }

    [Fact]
    public async Task Role_that_copies_back_must_be_one_that_nobody_can_change()
    {
        _isolation.Path[1] = _isolation.Path[1] with
        {
            Policies =
            [
                new AttachedPolicy("vault", Policies.Without("iam:UpdateAssumeRolePolicy")),
                new AttachedPolicy("roles", """{"Statement":[{"Effect":"Deny","Action":"iam:UpdateAssumeRolePolicy","Resource":["arn:aws:iam::*:role/restoredrill-*","arn:aws:iam::*:role/OrganizationAccountAccessRole"]}]}"""),
            ],
        };

        Assert.Equal(GuardRailState.Holds, (await AskAsync(copyRole: CopyRole)).State);
        var other = await AskAsync(copyRole: "arn:aws:iam::222222222222:role/backup");
        Assert.Equal(GuardRailState.Broken, other.State);
        Assert.EndsWith(": iam:UpdateAssumeRolePolicy on arn:aws:iam::222222222222:role/backup", other.Found, StringComparison.Ordinal);
    }

    private Task<GuardRailAnswer> AskAsync(string memberRole = "OrganizationAccountAccessRole", string? bucket = null, string? copyRole = null)
    {
        var options = Driven.ByBackup().Options with { Facts = bucket is null ? null : FactSamples.Options with { Bucket = bucket }, Restore = copyRole is null ? null : RestoreInto(copyRole) };
        return new ServiceControlRule(options with { Vault = options.Vault with { MemberRole = memberRole } }, Policies.Roles, _isolation).AskAsync(CancellationToken.None);
    }

    private static RestoreOptions RestoreInto(string copyRole) => new()
    {
        InstanceClass = "db.r6g.large",
        SubnetGroup = "production",
        SecurityGroups = ["sg-production"],
        ParameterGroup = "courses-{family}",
        Account = new RestoreAccountOptions { AccountId = "444444444444", VaultArn = "arn:aws:backup:eu-west-1:444444444444:backup-vault:restored", CopyRoleArn = copyRole },
    };
}
