using RestoreDrill.Core.GuardRails;
using RestoreDrill.Core.GuardRails.Rules;
using RestoreDrill.Core.Tests.Cloud;

namespace RestoreDrill.Core.Tests.GuardRails;

/// <summary>Who may take on the role of emergency restores.</summary>
public sealed class SecondFactorTests
{
    private const string Role = "restoredrill-restore";

    private const string Without = "restoredrill-restore can be taken on without a second factor, by a statement that has no condition Bool aws:MultiFactorAuthPresent \"true\" "
        + "(BoolIfExists is true of long-lived keys, too): `restoredrill isolation plan` says how the shipped trust policy is put back";

    private readonly MemoryIsolation _isolation = new();

    [Theory]
    [InlineData(Policies.WithASecondFactor)]
    [InlineData("""{"Bool":{"aws:MultiFactorAuthPresent":true}}""")]
    [InlineData("""{"Bool":{"aws:multifactorauthpresent":["true"]}}""")]
    [InlineData("""{"Bool":{"aws:MultiFactorAuthPresent":"true"},"NumericLessThan":{"aws:MultiFactorAuthAge":"900"}}""")]
    public async Task Vault_account_that_is_let_in_with_a_second_factor_holds(string condition)
    {
        _isolation.Trusts[Role] = Policies.TrustingUnder(condition);

        var answer = await AskAsync();

        Assert.Equal(GuardRailState.Holds, answer.State);
        Assert.Contains("AWS arn:aws:iam::222222222222:root", answer.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"BoolIfExists":{"aws:MultiFactorAuthPresent":"true"}}""")]
    [InlineData("""{"ForAnyValue:Bool":{"aws:MultiFactorAuthPresent":"true"}}""")]
    [InlineData("""{"Bool":{"aws:MultiFactorAuthPresent":"false"}}""")]
    [InlineData("""{"Bool":{"aws:MultiFactorAuthPresent":["true","false"]}}""")]
    [InlineData("""{"Bool":{"aws:MultiFactorAuthPresent":[]}}""")]
    [InlineData("""{"Bool":{"aws:MultiFactorAuthPresent":null}}""")]
    [InlineData("""{"Bool":"true"}""")]
    [InlineData("""{"Bool":{"aws:SecureTransport":"true"}}""")]
    [InlineData("""{"NumericLessThan":{"aws:MultiFactorAuthAge":"900"}}""")]
    public async Task Condition_that_does_not_ask_for_a_second_factor_is_broken_and_told_what_to_do(string condition)
    {
        _isolation.Trusts[Role] = Policies.TrustingUnder(condition);

        var answer = await AskAsync();

        Assert.Equal((GuardRailState.Broken, Without), (answer.State, answer.Found));
    }

    [Fact]
    public async Task Trust_without_a_condition_is_broken_even_where_another_statement_has_it_or_denies_without_it()
    {
        const string open = """{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::222222222222:root"},"Action":"sts:AssumeRole"}""";
        _isolation.Trusts[Role] = Policies.TrustingUnder(Policies.WithASecondFactor).Replace("}]}", "}," + open + "]}", StringComparison.Ordinal);
        var beside = await AskAsync();
        Assert.Equal((GuardRailState.Broken, Without), (beside.State, beside.Found));

        const string denial = """{"Effect":"Deny","Principal":"*","Action":"sts:AssumeRole","Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}}""";
        _isolation.Trusts[Role] = $$"""{"Version":"2012-10-17","Statement":[{{open}},{{denial}}]}""";
        var denied = await AskAsync();
        Assert.Equal((GuardRailState.Broken, Without), (denied.State, denied.Found));
    }

    [Theory]
    [InlineData("AWS", "222222222222")]
    [InlineData("AWS", "arn:aws:iam::222222222222:user/ops/anna")]
    public async Task Vault_account_by_its_id_or_one_of_its_users_holds(string kind, string principal)
    {
        _isolation.Trusts[Role] = Policies.TrustingUnder(Policies.WithASecondFactor, principal, kind);

        Assert.Equal(GuardRailState.Holds, (await AskAsync()).State);
    }

    [Theory]
    [InlineData("AWS", "*", "everybody")]
    [InlineData("AWS", "arn:aws:iam::111111111111:root", "AWS arn:aws:iam::111111111111:root, of the source account")]
    [InlineData("AWS", "arn:aws:iam::444444444444:root", "AWS arn:aws:iam::444444444444:root, who is no user of the vault account")]
    [InlineData("AWS", "333333333333", "AWS 333333333333, who is no user of the vault account")]
    [InlineData("AWS", "arn:aws:iam::444444444444:user/222222222222", "AWS arn:aws:iam::444444444444:user/222222222222, who is no user of the vault account")]
    [InlineData("AWS", "arn:aws:iam::222222222222:role/restoredrill-service", "AWS arn:aws:iam::222222222222:role/restoredrill-service, who is no user of the vault account")]
    [InlineData("AWS", "arn:aws:sts::222222222222:assumed-role/restoredrill-service/1", "AWS arn:aws:sts::222222222222:assumed-role/restoredrill-service/1, who is no user of the vault account")]
    [InlineData("Service", "ec2.amazonaws.com", "Service ec2.amazonaws.com, who is no user of the vault account")]
    [InlineData("Federated", "arn:aws:iam::222222222222:saml-provider/office", "Federated arn:aws:iam::222222222222:saml-provider/office, who is no user of the vault account")]
    [InlineData("Federated", "arn:aws:iam::222222222222:oidc-provider/gitlab.com", "Federated arn:aws:iam::222222222222:oidc-provider/gitlab.com, by which a pipeline gets in")]
    public async Task Other_account_the_service_and_whoever_is_no_person_are_broken_with_a_second_factor_too(string kind, string principal, string words)
    {
        _isolation.Trusts[Role] = Policies.TrustingUnder(Policies.WithASecondFactor, principal, kind);

        var answer = await AskAsync();

        Assert.Equal((GuardRailState.Broken, $"{Role} trusts {words}"), (answer.State, answer.Found));
    }

    [Theory]
    [InlineData("restoredrill-drill")]
    [InlineData("somebodys")]
    public async Task Other_roles_need_none(string role)
    {
        _isolation.Trusts[role] = Policies.Trusting("arn:aws:iam::222222222222:root");

        Assert.Equal(GuardRailState.Holds, (await AskAsync()).State);
    }

    [Fact]
    public async Task Role_that_is_configured_has_to_be_there_and_one_that_is_not_is_anybodys()
    {
        _isolation.Trusts.Remove(Role);
        Assert.Equal("the vault account has no role restoredrill-restore", (await AskAsync()).Found);

        _isolation.Trusts[Role] = Policies.Trusting("arn:aws:iam::222222222222:root");
        Assert.Equal(GuardRailState.Holds, (await AskAsync(Policies.OwnRoles with { OfPeople = null })).State);
    }

    [Fact]
    public async Task Condition_that_says_a_key_twice_is_not_taken_for_either()
    {
        _isolation.Trusts[Role] = Policies.TrustingUnder("""{"Bool":{"aws:MultiFactorAuthPresent":"true","aws:MultiFactorAuthPresent":"false"}}""");

        Assert.Contains("trust policy of restoredrill-restore", (await Assert.ThrowsAsync<FormatException>(() => AskAsync())).Message, StringComparison.Ordinal);
    }

    private Task<GuardRailAnswer> AskAsync(VaultRoles? roles = null) => new TrustRule(Driven.ByBackup().Options, roles ?? Policies.OwnRoles, _isolation).AskAsync(CancellationToken.None);
}
