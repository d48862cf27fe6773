using System.Text.Json.Nodes;

namespace RestoreDrill.Host.Tests.Configuration;

/// <summary>The section <c>Restore:Account</c>.</summary>
public sealed class RestoreAccountRuleTests : IDisposable
{
    private readonly ConfigurationFolder _folder = new();

    private JsonObject Written => _folder.Root["Restore"]!["Account"]!.AsObject();

    public RestoreAccountRuleTests()
    {
        _folder.Root["Route"] = "aws-backup";
        _folder.Root["Restore"]!["Account"] = new JsonObject { ["AccountId"] = "444444444444" };
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_not_set_has_the_names_that_the_set_up_gives()
    {
        var vault = _folder.Load().Installation.Vault.AccountId;

        var account = _folder.Load().Installation.Restore!.Account!;

        Assert.Equal("444444444444", account.AccountId);
        Assert.EndsWith(":444444444444:backup-vault:restoredrill-restored", account.VaultArn, StringComparison.Ordinal);
        Assert.Equal(($"arn:aws:iam::{vault}:role/restoredrill-backup-service", 7), (account.CopyRoleArn, account.CopyRetentionDays));
    }

    [Fact]
    public void What_is_set_is_kept()
    {
        var vault = _folder.Load().Installation.Vault.AccountId;
        Written["RoleArn"] = "arn:aws-cn:iam::444444444444:role/theirs";
        Written["BackupVault"] = "theirs";
        Written["CopyRoleArn"] = $"arn:aws-cn:iam::{vault}:role/restoredrill-copies";
        Written["CopyRetentionDays"] = "3";

        var account = _folder.Load().Installation.Restore!.Account!;

        Assert.StartsWith("arn:aws-cn:backup:", account.VaultArn, StringComparison.Ordinal);
        Assert.Equal(("theirs", $"arn:aws-cn:iam::{vault}:role/restoredrill-copies", 3), (account.BackupVault, account.CopyRoleArn, account.CopyRetentionDays));
    }

    [Fact]
    public void Without_the_section_it_is_the_vault_account()
    {
        _folder.Root["Restore"]!.AsObject().Remove("Account");

        Assert.Null(_folder.Load().Installation.Restore!.Account);
    }

    [Fact]
    public void Vault_account_is_not_another_one()
    {
        Written["AccountId"] = _folder.Root["Vault"]!["AccountId"]!.ToString();

        Assert.Contains("leave the section out", _folder.OnlyProblem("RestoreDrill:Restore:Account:AccountId").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Copies_of_route_rds_snapshot_go_to_no_other_account()
    {
        _folder.Root["Route"] = "rds-snapshot";

        Assert.Contains("restored in the vault account alone", _folder.OnlyProblem("RestoreDrill:Restore:Account").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AccountId", "four")]
    [InlineData("RoleArn", "arn:aws:iam::555555555555:role/of-a-third-account")]
    [InlineData("CopyRoleArn", "arn:aws:iam::444444444444:role/not-of-the-vault-account")]
    [InlineData("CopyRoleArn", "arn:aws:iam::222222222222:role/anybody-may-change-it")]
    [InlineData("BackupVault", "arn:aws:backup:eu-west-1:444444444444:backup-vault:restored")]
    [InlineData("CopyRetentionDays", "0")]
    [InlineData("Valt", "restored")]
    public void What_cannot_be_right_is_told(string key, string value)
    {
        Written[key] = value;

        Assert.Contains(_folder.Problems(), problem => problem.Key == $"RestoreDrill:Restore:Account:{key}");
    }
}
