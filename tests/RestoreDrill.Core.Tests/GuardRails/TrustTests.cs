using RestoreDrill.Core.GuardRails;
using RestoreDrill.Core.GuardRails.Rules;
using RestoreDrill.Core.Tests.Cloud;

namespace RestoreDrill.Core.Tests.GuardRails;

/// <summary>Who may assume the vault account's roles.</summary>
public sealed class TrustTests
{
    private const string Door = "OrganizationAccountAccessRole";

    private readonly MemoryIsolation _isolation = new();

    [Theory]
    [InlineData("AWS", "arn:aws:iam::333333333333:root")]
    [InlineData("AWS", "333333333333")]
    [InlineData("AWS", "arn:aws:iam::222222222222:user/administrator")]
    [InlineData("Service", "ec2.amazonaws.com")]
    [InlineData("Federated", "arn:aws:iam::222222222222:saml-provider/AWSSSO_DO_NOT_DELETE")]
    [InlineData("Federated", "arn:aws:iam::222222222222:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/1")]
    [InlineData("Federated", "arn:aws:iam::222222222222:oidc-provider/notgitlab.com")]
    public async Task Role_of_anybody_that_the_vault_the_management_account_or_a_service_may_assume_holds(string kind, string principal)
    {
        _isolation.Trusts[Door] = Policies.Trusting(principal, kind);

        var answer = await AskAsync();

        Assert.Equal(GuardRailState.Holds, answer.State);
        Assert.StartsWith("5 roles trust ", answer.Found, StringComparison.Ordinal);
        Assert.Contains($"{kind} {principal}", answer.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWS", "*", "everybody")]
    [InlineData("Federated", "*", "everybody")]
    [InlineData("AWS", "arn:aws:iam::111111111111:user/ci", "AWS arn:aws:iam::111111111111:user/ci, of the source account")]
    [InlineData("Federated", "arn:aws:iam::111111111111:oidc-provider/ci", "Federated arn:aws:iam::111111111111:oidc-provider/ci, of the source account")]
    [InlineData("AWS", "arn:aws:iam::444444444444:root", "AWS arn:aws:iam::444444444444:root, neither of the vault account nor of the management account")]
    [InlineData("AWS", "444444444444", "AWS 444444444444, neither of the vault account nor of the management account")]
    [InlineData("AWS", "arn:aws:iam::444444444444:role/:222222222222:/x", "AWS arn:aws:iam::444444444444:role/:222222222222:/x, neither of the vault account nor of the management account")]
    [InlineData("AWS", "AROAEXAMPLEEXAMPLEAAA", "AWS AROAEXAMPLEEXAMPLEAAA, neither of the vault account nor of the management account")]
    [InlineData("Federated", "accounts.google.com", "Federated accounts.google.com, neither of the vault account nor of the management account")]
    [InlineData("Federated", "arn:aws:iam::222222222222:oidc-provider/token.actions.githubusercontent.com", "Federated arn:aws:iam::222222222222:oidc-provider/token.actions.githubusercontent.com, by which a pipeline gets in")]
    [InlineData("Federated", "arn:aws:iam::222222222222:oidc-provider/acme.app.spacelift.io", "Federated arn:aws:iam::222222222222:oidc-provider/acme.app.spacelift.io, by which a pipeline gets in")]
    [InlineData("Federated", "arn:aws:iam::222222222222:oidc-provider/oidc.circleci.com/org/1", "Federated arn:aws:iam::222222222222:oidc-provider/oidc.circleci.com/org/1, by which a pipeline gets in")]
    public async Task Role_of_anybody_that_another_may_assume_is_broken(string kind, string principal, string words)
    {
        _isolation.Trusts[Door] = Policies.Trusting(principal, kind);

        var answer = await AskAsync();

        Assert.Equal((GuardRailState.Broken, $"{Door} trusts {words}"), (answer.State, answer.Found));
    }

    [Fact]
    public async Task Role_that_trusts_everybody_but_some_is_broken()
    {
        _isolation.Trusts["admin"] = """{"Statement":{"Effect":"Allow","NotPrincipal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"sts:AssumeRole"}}""";

        Assert.Equal("admin trusts everybody whom its NotPrincipal leaves out", (await AskAsync()).Found);
    }

    [Fact]
    public async Task Denial_in_a_trust_policy_lets_nobody_in()
    {
        _isolation.Trusts["admin"] = """{"Statement":{"Effect":"Deny","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"sts:AssumeRole"}}""";

        Assert.Equal(GuardRailState.Holds, (await AskAsync()).State);
    }

    [Fact]
    public async Task Role_of_RestoreDrill_may_trust_the_third_account_that_the_service_runs_in_and_has_to_be_there()
    {
        _isolation.Trusts["restoredrill-vault"] = Policies.Trusting("arn:aws:iam::444444444444:role/service");
        Assert.Equal(GuardRailState.Holds, (await AskAsync()).State);

        _isolation.Trusts.Remove("restoredrill-drill");
        var answer = await AskAsync();
        Assert.Equal((GuardRailState.Broken, "the vault account has no role restoredrill-drill"), (answer.State, answer.Found));
    }

    [Fact]
    public async Task Role_of_RestoreDrill_that_a_pipeline_may_assume_is_broken()
    {
        _isolation.Trusts["restoredrill-drill"] = Policies.Trusting("arn:aws:iam::444444444444:oidc-provider/token.actions.githubusercontent.com", "Federated");

        Assert.Contains("restoredrill-drill trusts Federated arn:aws:iam::444444444444:oidc-provider/token.actions.githubusercontent.com, by which a pipeline gets in", (await AskAsync()).Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Account_that_is_in_no_organisation_has_no_management_account_to_trust()
    {
        _isolation.Organisation = null;

        Assert.Contains($"{Door} trusts AWS arn:aws:iam::333333333333:root, neither", (await AskAsync()).Found, StringComparison.Ordinal);
    }

    private Task<GuardRailAnswer> AskAsync() => new TrustRule(Driven.ByBackup().Options, Policies.OwnRoles, _isolation).AskAsync(CancellationToken.None);
}
