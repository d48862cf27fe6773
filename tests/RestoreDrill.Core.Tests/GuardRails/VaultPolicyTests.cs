using RestoreDrill.Core.GuardRails;
using RestoreDrill.Core.GuardRails.Rules;
using RestoreDrill.Core.Tests.Cloud;

namespace RestoreDrill.Core.Tests.GuardRails;

/// <summary>Whom the vault's access policy lets in, and whom it keeps out.</summary>
public sealed class VaultPolicyTests
{
    private readonly MemoryIsolation _isolation = new();

    [Theory]
    [InlineData("""{"Effect":"Deny","Principal":{"AWS":"arn:aws:iam::444444444444:root"},"Action":"*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"backup:StartReportJob","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":"backup:CopyIntoBackupVault","Resource":"*"}""")]
    public async Task Statement_that_lets_nobody_in_and_keeps_none_of_us_out_holds(string statement) => Assert.Equal(GuardRailState.Holds, (await AskAsync(statement)).State);

    [Theory]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"backup:CopyIntoBackupVault","Resource":"*"}""", "it denies backup:CopyIntoBackupVault, which copies need")]
    [InlineData("""{"Effect":"Deny","Principal":{"AWS":"*"},"Action":"backup:Describe*","Resource":"*"}""", "it denies backup:DescribeBackupVault, backup:DescribeRecoveryPoint, which copies need")]
    [InlineData("""{"Effect":"Deny","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"backup:CopyIntoBackupVault","Resource":"*"}""", "it denies backup:CopyIntoBackupVault, which copies need")]
    [InlineData("""{"Effect":"Allow","Principal":"*","Action":"backup:CopyIntoBackupVault","Resource":"*"}""", "it lets everybody in")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::444444444444:role/111111111111"},"Action":"backup:CopyIntoBackupVault","Resource":"*"}""", "it lets AWS arn:aws:iam::444444444444:role/111111111111 in")]
    public async Task Statement_that_lets_another_in_or_keeps_us_out_is_broken(string statement, string words)
    {
        var answer = await AskAsync(statement);

        Assert.Equal((GuardRailState.Broken, words), (answer.State, answer.Found));
    }

    private Task<GuardRailAnswer> AskAsync(string statement)
    {
        _isolation.VaultPolicy = Policies.Vault.Replace("\"Statement\":[", $"\"Statement\":[{statement},", StringComparison.Ordinal);
        return new VaultPolicyRule(Driven.ByBackup().Options, _isolation).AskAsync(CancellationToken.None);
    }
}
