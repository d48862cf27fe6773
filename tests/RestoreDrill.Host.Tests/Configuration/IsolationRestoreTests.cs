using System.Text.Json.Nodes;
using RestoreDrill.Host.Configuration;
using RestoreDrill.Isolation;

namespace RestoreDrill.Host.Tests.Configuration;

/// <summary>What <c>isolation</c> takes from the section <c>Restore</c>.</summary>
public sealed class IsolationRestoreTests : IDisposable
{
    private readonly ConfigurationFolder _folder = new();

    public IsolationRestoreTests() =>
        _folder.Root["Isolation"] = new JsonObject { ["ServiceRoleArn"] = "arn:aws:iam::222222222222:role/restoredrill-service" };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Role_of_emergency_restores_is_made_for_what_they_restore_into() =>
        Assert.Equal(new RestoreRoleOptions("arn:aws:iam::222222222222:role/restoredrill-restore", "restored", "courses-{family}"), Load().Options.Restore);

    [Fact]
    public void Account_that_they_are_into_is_let_use_the_key_and_be_copied_to()
    {
        _folder.Root["Route"] = "aws-backup";
        _folder.Root["Restore"]!["Account"] = new JsonObject { ["AccountId"] = "444444444444", ["BackupVault"] = "arrivals" };

        Assert.Equal(
            new RestoreTargetOptions("444444444444", "arn:aws:iam::444444444444:role/restoredrill-restore-target", "arrivals", "arn:aws:iam::222222222222:role/restoredrill-backup-service"),
            Load().Options.Restore!.Account);
    }

    [Fact]
    public void Without_the_section_there_is_no_role()
    {
        _folder.Root.Remove("Restore");

        Assert.Null(Load().Options.Restore);
    }

    [Fact]
    public void Section_that_cannot_be_used_is_told_before_anything_is_made()
    {
        _folder.Root["Restore"]!["RoleArn"] = "arn:aws:iam::222222222222:role/restoredrill-drill";

        var problem = Assert.Single(Assert.Throws<ConfigurationException>(() => Load()).Problems);
        Assert.Equal(("RestoreDrill:Restore:RoleArn", true), (problem.Key, problem.IsSafetyRule));
    }

    private IsolationConfigured Load() => ConfigurationLoader.LoadIsolation(_folder.Save(), _folder.Environment);
}
