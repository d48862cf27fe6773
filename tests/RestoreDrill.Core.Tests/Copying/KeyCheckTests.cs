using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Tests.Cloud;

namespace RestoreDrill.Core.Tests.Copying;

/// <summary>The keys of the source and of the vault, before anything is made under them.</summary>
public sealed class KeyCheckTests
{
    private const string SourceKey = $"arn:aws:kms:eu-west-1:{Sample.SourceAccount}:key/0f1e";

    [Theory]
    [InlineData(false, "Disabled", "aws kms enable-key")]
    [InlineData(true, "Disabled", "aws kms enable-key")]
    [InlineData(false, "PendingDeletion", "aws kms cancel-key-deletion")]
    [InlineData(true, "PendingDeletion", "aws kms cancel-key-deletion")]
    [InlineData(true, "PendingImport", "aws kms describe-key")]
    public async Task Key_of_the_instance_that_is_not_enabled_ends_the_run_before_anything_is_made_and_before_the_instance_is_waited_for(bool byBackup, string state, string next)
    {
        var driven = byBackup ? Driven.ByBackup() : new Driven();
        driven.Cloud.SourceKey = SourceKey;
        driven.Cloud.SourceKeyState = state;
        driven.Cloud.SourceStatus = "inaccessible-encryption-credentials-recoverable";

        var run = await driven.CopyAsync();

        Assert.Equal((RunOutcome.Failed, null), (run.Outcome, run.Defect));
        Assert.Contains($"{SourceKey}, is '{state}', not Enabled", run.Summary, StringComparison.Ordinal);
        Assert.Contains($"in account {Sample.SourceAccount}: {next}", run.Summary, StringComparison.Ordinal);
        Assert.Empty(driven.Cloud.Changes);
        Assert.True(run.FinishedAt - run.CreatedAt < TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Aws_managed_key_of_the_vault_ends_the_run_before_anything_is_made(bool byBackup)
    {
        var driven = byBackup ? Driven.ByBackup() : new Driven();
        driven.Cloud.VaultKeyIsAwsManaged = true;

        var run = await driven.CopyAsync();

        Assert.Equal((RunOutcome.Failed, null), (run.Outcome, run.Defect));
        Assert.Contains("is an AWS managed key", run.Summary, StringComparison.Ordinal);
        Assert.Empty(driven.Cloud.Changes);
    }

    [Theory]
    [InlineData(Sample.VaultAccount, "Enabled", false)]
    [InlineData(Sample.VaultAccount, "Enabled", true, "is an AWS managed key")]
    [InlineData(Sample.SourceAccount, "Enabled", false, "is not a key of the vault account")]
    [InlineData(Sample.SourceAccount, "PendingDeletion", true, "is an AWS managed key", "is not a key of the vault account", "about to be DELETED")]
    [InlineData(Sample.VaultAccount, "Unheard", false, "is 'Unheard', not Enabled")]
    public void Every_problem_of_a_vaults_key_is_found(string account, string state, bool isAwsManaged, params string[] words)
    {
        var problems = KeyProblem.OfVaultKey(new EncryptionKey($"arn:aws:kms:eu-west-1:{account}:key/1", state, isAwsManaged), Sample.VaultAccount);

        Assert.Equal(words.Length, problems.Count);
        Assert.All(words.Zip(problems), static pair => Assert.Contains(pair.First, pair.Second.Words, StringComparison.Ordinal));
    }
}
