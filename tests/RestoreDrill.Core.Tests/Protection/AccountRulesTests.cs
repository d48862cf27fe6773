using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Refusals;

namespace RestoreDrill.Core.Tests.Protection;

public sealed class AccountRulesTests
{
    private static readonly AccountIdentity Source = Identity(Sample.SourceAccount);
    private static readonly AccountIdentity Vault = Identity(Sample.VaultAccount);

    [Fact]
    public void Two_accounts_as_configured_are_taken() => AccountRules.Require(Sample.Options, Source, Vault);

    [Fact]
    public void Vault_alone_is_looked_at_when_the_source_is_not_asked() => AccountRules.Require(Sample.Options, source: null, Vault);

    [Fact]
    public void Same_account_in_the_configuration_is_refused_by_a_safety_rule()
    {
        var options = Sample.Options with { Vault = Sample.Options.Vault with { AccountId = Sample.SourceAccount } };

        var refusal = Assert.Throws<RefusedException>(() => AccountRules.Require(options, Source, Source));

        Assert.True(refusal.SafetyRule);
        Assert.Contains("same account", refusal.Problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Same_account_behind_two_roles_is_refused_by_a_safety_rule() =>
        Assert.True(Assert.Throws<RefusedException>(() => AccountRules.Require(Sample.Options, Vault, Vault)).SafetyRule);

    [Fact]
    public void Any_one_of_several_vault_roles_in_another_account_is_named()
    {
        var refusal = Assert.Throws<RefusedException>(() => AccountRules.Require(Sample.Options, Source, Vault, Identity("333333333333")));

        Assert.False(refusal.SafetyRule);
        Assert.Contains("333333333333", Assert.Single(refusal.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Source_role_in_another_account_is_refused() => Assert.Contains(
        "RestoreDrill:Source:AccountId",
        Assert.Single(Assert.Throws<RefusedException>(() => AccountRules.Require(Sample.Options, Identity("333333333333"), Vault)).Problems),
        StringComparison.Ordinal);

    private static AccountIdentity Identity(string account) => new(account, $"arn:aws:sts::{account}:assumed-role/restoredrill/x", TimeSpan.Zero);
}
