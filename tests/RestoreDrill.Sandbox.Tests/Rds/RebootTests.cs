using Amazon.RDS;
using Amazon.RDS.Model;
using RestoreDrill.Sandbox.Control;
using RestoreDrill.Sandbox.Tests.Clusters;

namespace RestoreDrill.Sandbox.Tests.Rds;

[Collection(nameof(SharedSandbox))]
public sealed class RebootTests(RunningSandbox sandbox)
{
    private const string Group = "rebooted-postgres15";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Another_parameter_group_waits_for_the_reboot_that_puts_it_in_force()
    {
        await MakeGroupAsync();
        await sandbox.CopyIntoVaultAsync("reboot");
        await sandbox.Vault.RestoreDBInstanceFromDBSnapshotAsync(RunningSandbox.Restore("rd-reboot", "reboot"), Ct);
        var before = await RunningSandbox.InstanceAsync(sandbox.Vault, "rd-reboot", "available");
        Assert.Equal((RunningSandbox.Group, "in-sync"), GroupOf(before));
        Assert.NotEqual("17", await ShowAsync(before));

        await sandbox.Vault.ModifyDBInstanceAsync(new ModifyDBInstanceRequest { DBInstanceIdentifier = "rd-reboot", DBParameterGroupName = Group, ApplyImmediately = true }, Ct);
        var waiting = await RunningSandbox.InstanceAsync(sandbox.Vault, "rd-reboot", "available");
        Assert.Equal((Group, "pending-reboot"), GroupOf(waiting));
        Assert.NotEqual("17", await ShowAsync(waiting));

        sandbox.Host.Control.Stall(new Stall("rd-reboot", "rebooting"));
        var answer = await sandbox.Vault.RebootDBInstanceAsync(new RebootDBInstanceRequest { DBInstanceIdentifier = "rd-reboot" }, Ct);
        Assert.Equal("rebooting", answer.DBInstance.DBInstanceStatus);
        await Assert.ThrowsAsync<InvalidDBInstanceStateException>(() => RebootAsync("rd-reboot"));
        sandbox.Host.Control.Release("rd-reboot");
        var after = await RunningSandbox.InstanceAsync(sandbox.Vault, "rd-reboot", "available");

        Assert.Equal((Group, "in-sync"), GroupOf(after));
        Assert.Equal("17", await ShowAsync(after));
        Assert.Equal((before.Endpoint.Address, before.Endpoint.Port), (after.Endpoint.Address, after.Endpoint.Port));
        await sandbox.Vault.DeleteDBInstanceAsync(new DeleteDBInstanceRequest { DBInstanceIdentifier = "rd-reboot", SkipFinalSnapshot = true }, Ct);
    }

    [Fact]
    public async Task Reboot_of_nothing_and_failover_of_one_zone_are_refused()
    {
        await Assert.ThrowsAsync<DBInstanceNotFoundException>(() => RebootAsync("nothing"));
        var failover = new RebootDBInstanceRequest { DBInstanceIdentifier = RunningSandbox.Instance, ForceFailover = true };
        Assert.Equal("InvalidParameterCombination", await RunningSandbox.ErrorAsync(() => sandbox.Source.RebootDBInstanceAsync(failover, Ct)));
    }

    private Task<RebootDBInstanceResponse> RebootAsync(string name) => sandbox.Vault.RebootDBInstanceAsync(new RebootDBInstanceRequest { DBInstanceIdentifier = name }, Ct);

    private async Task MakeGroupAsync()
    {
        await sandbox.Vault.CreateDBParameterGroupAsync(
            new CreateDBParameterGroupRequest { DBParameterGroupName = Group, DBParameterGroupFamily = RunningSandbox.Family, Description = "Reboots" }, Ct);
        var parameter = new Parameter { ParameterName = "max_prepared_transactions", ParameterValue = "17", ApplyMethod = ApplyMethod.PendingReboot };
        await sandbox.Vault.ModifyDBParameterGroupAsync(new ModifyDBParameterGroupRequest { DBParameterGroupName = Group, Parameters = [parameter] }, Ct);
    }

    private async Task<string> ShowAsync(DBInstance instance)
    {
        await using var session = await Query.OpenAsync(sandbox.Connect(instance, RunningSandbox.Password));
        return await Query.ScalarAsync<string>(session, "SHOW max_prepared_transactions");
    }

    private static (string Name, string Status) GroupOf(DBInstance instance) =>
        (Assert.Single(instance.DBParameterGroups).DBParameterGroupName, instance.DBParameterGroups[0].ParameterApplyStatus);
}
