using RestoreDrill.Core.GuardRails;
using RestoreDrill.Core.GuardRails.Policies;
using RestoreDrill.Core.GuardRails.Rules;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Tests.Cloud;

namespace RestoreDrill.Core.Tests.GuardRails;

/// <summary>Who may use the key of the copies.</summary>
public sealed class KeyPolicyTests
{
    private const string Other = "arn:aws:kms:eu-west-1:222222222222:key/other";

    private readonly MemoryIsolation _isolation = new();

    private readonly Driven _driven = Driven.ByBackup();

    [Theory]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":["222222222222","arn:aws:iam::222222222222:user/administrator"]},"Action":"kms:Decrypt","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"arn:aws-cn:sts::222222222222:assumed-role/a/b"},"Action":"kms:Decrypt","Resource":"*"}""")]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"kms:ScheduleKeyDeletion","Resource":"*"}""")]
    [InlineData("""{"Effect":"Deny","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"kms:*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"kms:CreateGrant","Resource":"*","Condition":{"Bool":{"kms:GrantIsForAWSResource":"false"}}}""")]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"kms:CreateGrant","Resource":"*","Condition":{"BoolIfExists":{"kms:GrantIsForAWSResource":"false"}}}""")]
    public async Task Statement_that_lets_nobody_outside_in_holds(string statement)
    {
        _isolation.KeyPolicy = Policies.Key(statement);

        Assert.Equal(
            (GuardRailState.Holds, $"{Sample.VaultKey}: its policy lets in account 222222222222 alone; 2 grants are for arn:aws:iam::222222222222:role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup, rds.eu-west-1.amazonaws.com"),
            await AskAsync());
    }

    [Theory]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":["kms:Decrypt","kms:ReEncrypt*"],"Resource":"*"}""", "kms:Decrypt, kms:ReEncryptFrom, kms:ReEncryptTo")]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":["kms:Decrypt","kms:CreateGrant"],"Resource":"*","Condition":{"BoolIfExists":{"kms:GrantIsForAWSResource":"false"}}}""", "kms:Decrypt")]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"kms:Decrypt","Resource":"*","Condition":{"StringNotEquals":{"aws:PrincipalAccount":"222222222222"}}}""", "kms:Decrypt")]
    [InlineData("""{"Effect":"Deny","Principal":{"AWS":"arn:aws:iam::222222222222:role/restoredrill-drill"},"Action":"kms:CreateGrant","Resource":"*"}""", "kms:CreateGrant")]
    [InlineData("""{"Effect":"Deny","NotPrincipal":{"AWS":"arn:aws:iam::222222222222:user/administrator"},"Action":"kms:DescribeKey","Resource":"*"}""", "kms:DescribeKey")]
    public async Task Statement_that_denies_what_copies_need_is_broken(string statement, string actions)
    {
        _isolation.KeyPolicy = Policies.Key(statement);

        Assert.Equal((GuardRailState.Broken, $"{Sample.VaultKey}: the key's policy denies {actions}, without which copies can be neither made nor read"), await AskAsync());
    }

    [Theory]
    [InlineData("""{"Effect":"Allow","Principal":"*","Action":"kms:Decrypt","Resource":"*"}""", "everybody do kms:Decrypt")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"kms:*","Resource":"*","Condition":{"StringEquals":{"kms:CallerAccount":"222222222222"}}}""", "everybody do kms:*")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":["kms:Decrypt","kms:CreateGrant"],"Resource":"*"}""", "AWS 111111111111 do kms:Decrypt, kms:CreateGrant")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:role/:222222222222:/x"},"Action":"kms:Decrypt","Resource":"*"}""", "AWS arn:aws:iam::111111111111:role/:222222222222:/x do kms:Decrypt")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"AROAEXAMPLEEXAMPLEAAA"},"NotAction":"kms:PutKeyPolicy","Resource":"*"}""", "AWS AROAEXAMPLEEXAMPLEAAA do everything but kms:PutKeyPolicy")]
    [InlineData("""{"Effect":"Allow","Principal":{"Service":"backup.amazonaws.com"},"Action":"kms:Decrypt","Resource":"*"}""", "Service backup.amazonaws.com do kms:Decrypt")]
    [InlineData("""{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::222222222222:saml-provider/x"},"Action":"kms:Decrypt","Resource":"*"}""", "Federated arn:aws:iam::222222222222:saml-provider/x do kms:Decrypt")]
    [InlineData("""{"Effect":"Allow","NotPrincipal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"kms:Decrypt","Resource":"*"}""", "everybody but some do kms:Decrypt")]
    public async Task Statement_that_lets_somebody_outside_in_is_broken(string statement, string words)
    {
        _isolation.KeyPolicy = Policies.Key(statement);

        Assert.Equal((GuardRailState.Broken, $"{Sample.VaultKey}: the key's policy lets {words}"), await AskAsync());
    }

    [Theory]
    [InlineData("rds.eu-west-1.amazonaws.com", "rds.eu-west-1.amazonaws.com", "222222222222")]
    [InlineData("rds.cn-north-1.amazonaws.com.cn", null, null)]
    [InlineData("arn:aws:iam::222222222222:role/restoredrill-drill", "arn:aws:iam::222222222222:root", "arn:aws:iam::222222222222:root")]
    [InlineData("arn:aws:sts::222222222222:assumed-role/restoredrill-vault/x", null, "arn:aws:iam::222222222222:root")]
    public async Task Grant_for_a_service_or_a_role_of_ours_holds(string grantee, string? retiring, string? issuer)
    {
        _isolation.Grants.Add(new KeyGrant("1", grantee, retiring, issuer, ["Decrypt"]));

        Assert.Equal(GuardRailState.Holds, (await AskAsync()).State);
    }

    [Theory]
    [InlineData("arn:aws:iam::111111111111:user/administrator", null, "222222222222", "gives arn:aws:iam::111111111111:user/administrator the key, outside the vault account")]
    [InlineData("arn:aws:iam::111111111111:role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup", null, "222222222222", "gives arn:aws:iam::111111111111:role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup the key, outside the vault account")]
    [InlineData("arn:aws:sts::111111111111:assumed-role/restoredrill-vault/x", null, "222222222222", "gives arn:aws:sts::111111111111:assumed-role/restoredrill-vault/x the key, outside the vault account")]
    [InlineData("arn:aws:iam::111111111111:role/x.amazonaws.com", null, "222222222222", "gives arn:aws:iam::111111111111:role/x.amazonaws.com the key, outside the vault account")]
    [InlineData("AIDAEXAMPLEEXAMPLEAAA", null, "222222222222", "gives AIDAEXAMPLEEXAMPLEAAA the key, outside the vault account")]
    [InlineData("arn:aws:iam::222222222222:user/administrator", null, "222222222222", "gives arn:aws:iam::222222222222:user/administrator the key, which is neither a service of AWS nor a role of ours")]
    [InlineData("rds.eu-west-1.amazonaws.com", "arn:aws:iam::111111111111:root", "222222222222", "can be ended by arn:aws:iam::111111111111:root, outside the vault account")]
    [InlineData("rds.eu-west-1.amazonaws.com", null, "arn:aws:iam::111111111111:root", "was made by arn:aws:iam::111111111111:root, outside the vault account")]
    public async Task Grant_for_a_stranger_is_broken(string grantee, string? retiring, string issuer, string words)
    {
        _isolation.Grants.Add(new KeyGrant("1", grantee, retiring, issuer, ["Decrypt", "CreateGrant"]));

        Assert.Equal((GuardRailState.Broken, $"{Sample.VaultKey}: grant 1 (Decrypt, CreateGrant) {words}"), await AskAsync());
    }

    [Fact]
    public async Task Key_without_grants_holds()
    {
        _isolation.Grants.Clear();

        Assert.Equal((GuardRailState.Holds, $"{Sample.VaultKey}: its policy lets in account 222222222222 alone; it has no grants"), await AskAsync());
    }

    [Fact]
    public async Task Key_of_the_backup_vault_is_looked_at_whatever_the_alias_names_and_the_configured_one_without_a_backup_vault()
    {
        _driven.Cloud.Backups.Vault = _driven.Cloud.Backups.Vault! with { KeyArn = Other };
        await AskAsync();
        Assert.Equal([Other], _isolation.Keys);

        _isolation.Keys.Clear();
        _driven.Options = _driven.Options with { Route = CopyRoute.RdsSnapshot };
        await AskAsync();
        Assert.Equal([Sample.VaultKey], _isolation.Keys);
    }

    [Fact]
    public void Policy_that_cannot_be_read_is_no_policy_without_strangers() =>
        Assert.Throws<FormatException>(() => new KeyStrangers(Sample.VaultAccount, Policies.Roles, null).InPolicy("""{"Version":"2012-10-17"}"""));

    [Theory]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::444444444444:root"},"Action":"kms:DescribeKey","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"444444444444"},"Action":["kms:CreateGrant","kms:Decrypt","kms:Encrypt","kms:GenerateDataKey*","kms:ReEncrypt*"],"Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::444444444444:root"},"Action":["kms:GenerateDataKeyWithoutPlaintext","kms:ReEncryptFrom","kms:ReEncryptTo"],"Resource":"*","Condition":{"StringLike":{"kms:ViaService":"rds.*.amazonaws.com"}}}""")]
    public async Task Account_that_emergency_restores_are_into_may_use_the_key(string statement)
    {
        RestoreIntoAnotherAccount();
        _isolation.KeyPolicy = Policies.Key(statement);

        var (state, found) = await AskAsync();

        Assert.Equal(GuardRailState.Holds, state);
        Assert.StartsWith($"{Sample.VaultKey}: its policy lets in account 222222222222 alone, and account 444444444444 use it; 2 grants", found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::444444444444:root"},"Action":["kms:Decrypt","kms:PutKeyPolicy","kms:RetireGrant"],"Resource":"*"}""", "AWS arn:aws:iam::444444444444:root do kms:PutKeyPolicy, kms:RetireGrant")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::444444444444:root"},"Action":"kms:*","Resource":"*"}""", "AWS arn:aws:iam::444444444444:root do kms:*")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"444444444444"},"Action":"kms:D*","Resource":"*"}""", "AWS 444444444444 do kms:D*")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"444444444444"},"NotAction":"kms:PutKeyPolicy","Resource":"*"}""", "AWS 444444444444 do everything but kms:PutKeyPolicy")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":["444444444444","111111111111"]},"Action":"kms:Decrypt","Resource":"*"}""", "AWS 111111111111 do kms:Decrypt")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"kms:Decrypt","Resource":"*","Condition":{"StringEquals":{"kms:CallerAccount":"444444444444"}}}""", "everybody do kms:Decrypt")]
    public async Task It_may_do_nothing_else_with_it_and_no_other_account_anything(string statement, string words)
    {
        RestoreIntoAnotherAccount();
        _isolation.KeyPolicy = Policies.Key(statement);

        Assert.Equal((GuardRailState.Broken, $"{Sample.VaultKey}: the key's policy lets {words}"), await AskAsync());
    }

    [Theory]
    [InlineData("rds.eu-west-1.amazonaws.com", null, "444444444444", null)]
    [InlineData("backup.amazonaws.com", "backup.amazonaws.com", "arn:aws:iam::444444444444:root", null)]
    [InlineData("arn:aws:iam::444444444444:role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup", "arn:aws:iam::444444444444:role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup", "444444444444", null)]
    [InlineData("arn:aws:iam::444444444444:role/restoredrill-vault", null, "444444444444", "gives arn:aws:iam::444444444444:role/restoredrill-vault the key, outside the vault account")]
    [InlineData("rds.eu-west-1.amazonaws.com", "arn:aws:iam::444444444444:root", "444444444444", "can be ended by arn:aws:iam::444444444444:root, outside the vault account")]
    [InlineData("rds.eu-west-1.amazonaws.com", null, "111111111111", "was made by 111111111111, outside the vault account")]
    public async Task Grants_that_services_made_in_its_name_are_no_strangers(string grantee, string? retiring, string issuer, string? words)
    {
        RestoreIntoAnotherAccount();
        _isolation.Grants.Add(new KeyGrant("1", grantee, retiring, issuer, ["Decrypt"]));

        var (state, found) = await AskAsync();

        Assert.Equal(words is null ? GuardRailState.Holds : GuardRailState.Broken, state);
        Assert.Equal(words is null ? found : $"{Sample.VaultKey}: grant 1 (Decrypt) {words}", found);
    }

    [Fact]
    public async Task Denial_of_the_use_to_the_account_that_emergency_restores_are_into_is_broken()
    {
        const string statement = """{"Effect":"Deny","Principal":{"AWS":"arn:aws:iam::444444444444:root"},"Action":["kms:Decrypt","kms:PutKeyPolicy"],"Resource":"*"}""";
        _isolation.KeyPolicy = Policies.Key(statement);
        Assert.Equal(GuardRailState.Holds, (await AskAsync()).State);

        RestoreIntoAnotherAccount();
        Assert.Equal((GuardRailState.Broken, $"{Sample.VaultKey}: the key's policy denies account 444444444444 kms:Decrypt, without which no copy can be restored there"), await AskAsync());
    }

    private void RestoreIntoAnotherAccount() => _driven.Options = _driven.Options with
    {
        Restore = new RestoreOptions
        {
            InstanceClass = "db.r6g.large",
            SubnetGroup = "production",
            SecurityGroups = ["sg-production"],
            ParameterGroup = "courses-{family}",
            Account = new RestoreAccountOptions { AccountId = "444444444444", VaultArn = "arn:aws:backup:eu-west-1:444444444444:backup-vault:restored", CopyRoleArn = "arn:aws:iam::222222222222:role/restoredrill-backup" },
        },
    };

    private async Task<(GuardRailState State, string Found)> AskAsync()
    {
        var vault = new MemoryVault(_driven.Cloud);
        var answer = await new KeyPolicyRule(_driven.Options, Policies.Roles, vault, new BackupVaultKey(_driven.Options, vault), _isolation).AskAsync(CancellationToken.None);
        Assert.Equal("key-policy", answer.Rail);
        return (answer.State, answer.Found);
    }
}
