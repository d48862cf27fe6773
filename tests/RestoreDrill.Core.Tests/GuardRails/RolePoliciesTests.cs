using RestoreDrill.Core.GuardRails;
using RestoreDrill.Core.GuardRails.Rules;

namespace RestoreDrill.Core.Tests.GuardRails;

/// <summary>What RestoreDrill's own roles may not be allowed.</summary>
public sealed class RolePoliciesTests
{
    private readonly MemoryIsolation _isolation = new();

    [Theory]
    [InlineData("""{"Effect":"Allow","NotAction":"s3:*","Resource":"*"}""", "account:CloseAccount")]
    [InlineData("""{"Effect":"Allow","Action":"kms:CreateGrant","Resource":"*"}""", "kms:CreateGrant")]
    [InlineData("""{"Effect":"Allow","Action":"kms:CreateGrant","Resource":"*","Condition":{"Bool":{"kms:GrantIsForAWSResource":"false"}}}""", "kms:CreateGrant")]
    [InlineData("""{"Effect":"Allow","Action":"rds:DeleteDB*","Resource":"arn:aws:rds:*:*:snapshot:other"}""", "rds:DeleteDBSnapshot")]
    [InlineData("""{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::facts/*"}""", "s3:DeleteObject")]
    public async Task Role_that_is_allowed_to_take_copies_away_is_broken_whatever_denies_it_elsewhere(string statement, string action)
    {
        _isolation.RolePolicies["restoredrill-vault"] = Policies.Having(statement);

        var answer = await new RolePoliciesRule(Policies.Roles, _isolation).AskAsync(CancellationToken.None);

        Assert.Equal(GuardRailState.Broken, answer.State);
        Assert.Contains(action, answer.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Managed_policy_on_a_role_is_broken_and_a_role_that_is_not_there_too()
    {
        _isolation.RolePolicies["restoredrill-vault"] = _isolation.RolePolicies["restoredrill-vault"] with { Attached = ["arn:aws:iam::aws:policy/ReadOnlyAccess"] };
        _isolation.RolePolicies.Remove("restoredrill-drill");

        var answer = await new RolePoliciesRule(Policies.Roles, _isolation).AskAsync(CancellationToken.None);

        Assert.Equal(
            (GuardRailState.Broken, "arn:aws:iam::aws:policy/ReadOnlyAccess hangs on restoredrill-vault; the vault account has no role restoredrill-drill"), (answer.State, answer.Found));
    }
}
