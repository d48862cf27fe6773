using Amazon.RDS;
using Amazon.RDS.Model;
using Npgsql;
using RestoreDrill.Sandbox.Control;
using RestoreDrill.Sandbox.Tests.Clusters;

namespace RestoreDrill.Sandbox.Tests.Rds;

/// <summary>The way that RestoreDrill takes: snapshot, share, copy, restore, new password, read, delete.</summary>
[Collection(nameof(SharedSandbox))]
public sealed class JourneyTests(RunningSandbox sandbox)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Restored_copy_holds_the_rows_of_its_source_with_their_places()
    {
        var source = await RunningSandbox.InstanceAsync(sandbox.Source, RunningSandbox.Instance, "available");
        const string Content = "SELECT md5(string_agg(ctid::text || xmin::text || marks::text, ',' ORDER BY id)) || (SELECT system_identifier FROM pg_control_system()) FROM marks";
        var expected = await Query.ScalarAsync<string>(sandbox.Connect(source, RunningSandbox.Password), Content);
        var copy = await sandbox.CopyIntoVaultAsync("journey");
        Assert.Equal(source.DbiResourceId, copy.DbiResourceId);

        await sandbox.Vault.RestoreDBInstanceFromDBSnapshotAsync(RunningSandbox.Restore("rd-journey", "journey"), Ct);
        var scratch = await RunningSandbox.InstanceAsync(sandbox.Vault, "rd-journey", "available");
        Assert.NotEqual(source.DbiResourceId, scratch.DbiResourceId);
        await sandbox.Vault.ModifyDBInstanceAsync(
            new ModifyDBInstanceRequest { DBInstanceIdentifier = "rd-journey", MasterUserPassword = "Fresh-password-2" }, Ct);
        await RunningSandbox.InstanceAsync(sandbox.Vault, "rd-journey", "available");

        Assert.Equal(expected, await Query.ScalarAsync<string>(sandbox.Connect(scratch, "Fresh-password-2"), Content));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Query.OpenAsync(sandbox.Connect(scratch, RunningSandbox.Password)));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
        await DeleteAsync("rd-journey");
        Assert.Empty(Directory.GetDirectories(Path.Combine(sandbox.Host.StateDirectory, "instances"), scratch.DbiResourceId));
    }

    [Fact]
    public async Task New_password_passes_through_its_statuses_and_is_pending_until_the_server_has_it()
    {
        await sandbox.CopyIntoVaultAsync("reset");
        await sandbox.Vault.RestoreDBInstanceFromDBSnapshotAsync(RunningSandbox.Restore("rd-reset", "reset"), Ct);
        await RunningSandbox.InstanceAsync(sandbox.Vault, "rd-reset", "available");
        sandbox.Host.Control.Stall(new Stall("rd-reset", "resetting-master-credentials"));
        var answer = await sandbox.Vault.ModifyDBInstanceAsync(
            new ModifyDBInstanceRequest { DBInstanceIdentifier = "rd-reset", MasterUserPassword = "Fresh-password-3" }, Ct);
        Assert.Equal(("available", "****"), (answer.DBInstance.DBInstanceStatus, answer.DBInstance.PendingModifiedValues.MasterUserPassword));

        DBInstance resetting = answer.DBInstance;
        await Eventually.HoldsAsync(async () => (resetting = await DescribeAsync("rd-reset")).DBInstanceStatus == "resetting-master-credentials", "it is resetting");
        Assert.Equal("****", resetting.PendingModifiedValues.MasterUserPassword);
        await using (await Query.OpenAsync(sandbox.Connect(resetting, RunningSandbox.Password)))
        {
            Assert.DoesNotContain("Fresh-password-3", string.Join('\n', sandbox.Host.Control.Calls));
        }

        sandbox.Host.Control.Release("rd-reset");
        await RunningSandbox.InstanceAsync(sandbox.Vault, "rd-reset", "available");
        await using var session = await Query.OpenAsync(sandbox.Connect(resetting, "Fresh-password-3"));
        await DeleteAsync("rd-reset");
    }

    [Fact]
    public async Task Instance_is_created_then_backed_up_then_available()
    {
        // Two names for one instance: each of its statuses stays until it was seen, and is released by itself.
        var stalls = new Dictionary<string, string> { ["creating"] = "statuses", ["backing-up"] = "statuses*" };
        foreach (var (status, name) in stalls)
        {
            sandbox.Host.Control.Stall(new Stall(name, status));
        }

        await sandbox.Source.CreateDBInstanceAsync(RunningSandbox.NewInstance("statuses"), Ct);
        var seen = new List<string>();
        await Eventually.HoldsAsync(async () =>
        {
            var status = (await sandbox.Source.DescribeDBInstancesAsync(new DescribeDBInstancesRequest { DBInstanceIdentifier = "statuses" }, Ct)).DBInstances[0].DBInstanceStatus;
            if (seen.LastOrDefault() != status)
            {
                seen.Add(status);
                if (stalls.TryGetValue(status, out var stalled))
                {
                    sandbox.Host.Control.Release(stalled);
                }
            }

            return status == "available";
        }, "it is available");
        Assert.Equal(["creating", "backing-up", "available"], seen);
        var automated = await sandbox.Source.DescribeDBSnapshotsAsync(new DescribeDBSnapshotsRequest { DBInstanceIdentifier = "statuses", SnapshotType = "automated" }, Ct);
        Assert.StartsWith("rds:statuses-", Assert.Single(automated.DBSnapshots).DBSnapshotIdentifier);
        await sandbox.Source.DeleteDBInstanceAsync(new DeleteDBInstanceRequest { DBInstanceIdentifier = "statuses", SkipFinalSnapshot = true }, Ct);
        await GoneAsync(sandbox.Source, "statuses");
        Assert.Empty((await sandbox.Source.DescribeDBSnapshotsAsync(new DescribeDBSnapshotsRequest { DBInstanceIdentifier = "statuses" }, Ct)).DBSnapshots ?? []);
    }

    private async Task DeleteAsync(string name)
    {
        await sandbox.Vault.DeleteDBInstanceAsync(new DeleteDBInstanceRequest { DBInstanceIdentifier = name, SkipFinalSnapshot = true }, Ct);
        await GoneAsync(sandbox.Vault, name);
    }

    private async Task<DBInstance> DescribeAsync(string name) =>
        (await sandbox.Vault.DescribeDBInstancesAsync(new DescribeDBInstancesRequest { DBInstanceIdentifier = name }, Ct)).DBInstances[0];

    private static Task GoneAsync(AmazonRDSClient rds, string name) => Eventually.HoldsAsync(async () =>
    {
        try
        {
            await rds.DescribeDBInstancesAsync(new DescribeDBInstancesRequest { DBInstanceIdentifier = name }, Ct);
            return false;
        }
        catch (DBInstanceNotFoundException)
        {
            return true;
        }
    }, $"{name} is gone");
}
