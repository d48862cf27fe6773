using Amazon.RDS.Model;
using Amazon.Runtime;
using RestoreDrill.Sandbox.Control;

namespace RestoreDrill.Sandbox.Tests.Rds;

[Collection(nameof(SharedSandbox))]
public sealed class InstanceRuleTests(RunningSandbox sandbox)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Restore_names_what_is_missing()
    {
        await sandbox.CopyIntoVaultAsync("rules");
        await Assert.ThrowsAsync<DBSnapshotNotFoundException>(() => RestoreAsync(request => request.DBSnapshotIdentifier = "nothing"));
        await Assert.ThrowsAsync<DBSubnetGroupNotFoundException>(() => RestoreAsync(request => request.DBSubnetGroupName = "nothing"));
        await Assert.ThrowsAsync<DBParameterGroupNotFoundException>(() => RestoreAsync(request => request.DBParameterGroupName = "nothing"));
        await Assert.ThrowsAsync<InvalidSubnetException>(() => RestoreAsync(request => request.DBSubnetGroupName = null));
        Assert.Equal("InvalidParameterValue", await RunningSandbox.ErrorAsync(() => RestoreAsync(request => request.VpcSecurityGroupIds = ["sg-wrong!"])));
        Assert.Equal("InvalidParameterValue", await RunningSandbox.ErrorAsync(() => RestoreAsync(request => request.DBInstanceIdentifier = "rd--x")));
        sandbox.Host.Control.SetQuotas("vault", instances: 0);
        try
        {
            await Assert.ThrowsAsync<InstanceQuotaExceededException>(() => RestoreAsync(_ => { }));
        }
        finally
        {
            sandbox.Host.Control.SetQuotas("vault", instances: 40);
        }
    }

    [Fact]
    public async Task Restore_takes_every_parameter_that_was_given_and_leaves_protection_off()
    {
        await sandbox.CopyIntoVaultAsync("given");
        var request = RunningSandbox.Restore("rd-given", "given");
        request.DBInstanceClass = "db.r7g.large";
        request.VpcSecurityGroupIds = ["sg-0123456789abcdef0"];
        request.Tags = [new Tag { Key = "restoredrill:installation", Value = "i-1" }];
        request.CopyTagsToSnapshot = false;
        request.EngineLifecycleSupport = "open-source-rds-extended-support-disabled";
        request.EnableIAMDatabaseAuthentication = true;
        var instance = (await sandbox.Vault.RestoreDBInstanceFromDBSnapshotAsync(request, Ct)).DBInstance;
        Assert.Null(instance.Endpoint);
        await Assert.ThrowsAsync<DBInstanceAlreadyExistsException>(() => sandbox.Vault.RestoreDBInstanceFromDBSnapshotAsync(request, Ct));
        instance = await RunningSandbox.InstanceAsync(sandbox.Vault, "rd-given", "available");
        Assert.Equal(("db.r7g.large", 0, false, true), (instance.DBInstanceClass, instance.BackupRetentionPeriod, instance.DeletionProtection, instance.IAMDatabaseAuthenticationEnabled));
        Assert.Equal((RunningSandbox.Group, RunningSandbox.Group), (instance.DBSubnetGroup.DBSubnetGroupName, instance.DBParameterGroups[0].DBParameterGroupName));
        Assert.Equal("sg-0123456789abcdef0", Assert.Single(instance.VpcSecurityGroups).VpcSecurityGroupId);
        Assert.Equal("restoredrill:installation", Assert.Single(instance.TagList).Key);
        Assert.Equal("open-source-rds-extended-support-disabled", instance.EngineLifecycleSupport);
        Assert.Equal("127.0.0.1", instance.Endpoint.Address);
        await sandbox.Vault.DeleteDBInstanceAsync(new DeleteDBInstanceRequest { DBInstanceIdentifier = "rd-given", SkipFinalSnapshot = true }, Ct);
    }

    [Fact]
    public async Task Deletion_is_refused_while_protected_and_without_a_word_on_the_final_snapshot()
    {
        var protectedOne = RunningSandbox.NewInstance("protected");
        protectedOne.DeletionProtection = true;
        await sandbox.Source.CreateDBInstanceAsync(protectedOne, Ct);
        await RunningSandbox.InstanceAsync(sandbox.Source, "protected", "available");
        var delete = new DeleteDBInstanceRequest { DBInstanceIdentifier = "protected", SkipFinalSnapshot = true };
        var error = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => sandbox.Source.DeleteDBInstanceAsync(delete, Ct));
        Assert.Equal("InvalidParameterCombination", error.ErrorCode);
        Assert.Equal("Cannot delete protected DB Instance, please disable deletion protection and try again.", error.Message);

        await sandbox.Source.ModifyDBInstanceAsync(new ModifyDBInstanceRequest { DBInstanceIdentifier = "protected", DeletionProtection = false }, Ct);
        await RunningSandbox.InstanceAsync(sandbox.Source, "protected", "available");
        delete.SkipFinalSnapshot = false;
        Assert.Equal("InvalidParameterCombination", await RunningSandbox.ErrorAsync(() => sandbox.Source.DeleteDBInstanceAsync(delete, Ct)));
        delete.FinalDBSnapshotIdentifier = "the-last";
        delete.DeleteAutomatedBackups = false;
        sandbox.Host.Control.Stall(new Stall("protected", "deleting"));
        await sandbox.Source.DeleteDBInstanceAsync(delete, Ct);
        await Assert.ThrowsAsync<InvalidDBInstanceStateException>(() => sandbox.Source.DeleteDBInstanceAsync(delete, Ct));
        sandbox.Host.Control.Release("protected");
        await RunningSandbox.SnapshotAsync(sandbox.Source, "the-last", "available");
        await Clusters.Eventually.HoldsAsync(async () => (await sandbox.Source.DescribeDBInstanceAutomatedBackupsAsync(
            new DescribeDBInstanceAutomatedBackupsRequest { DBInstanceIdentifier = "protected" }, Ct)).DBInstanceAutomatedBackups[0].Status == "retained", "its backups are retained");
    }

    [Fact]
    public async Task Snapshot_of_an_instance_that_is_not_available_is_refused()
    {
        sandbox.Host.Control.Stall(new Stall("early", "creating"));
        await sandbox.Source.CreateDBInstanceAsync(RunningSandbox.NewInstance("early"), Ct);
        await Assert.ThrowsAsync<InvalidDBInstanceStateException>(() => sandbox.Source.CreateDBSnapshotAsync(
            new CreateDBSnapshotRequest { DBInstanceIdentifier = "early", DBSnapshotIdentifier = "early" }, Ct));
        sandbox.Host.Control.Release("early");
        await sandbox.Source.DeleteDBInstanceAsync(new DeleteDBInstanceRequest { DBInstanceIdentifier = "early", SkipFinalSnapshot = true }, Ct);
    }

    [Fact]
    public async Task Parameters_that_the_server_cannot_start_with_end_in_incompatible_parameters()
    {
        await sandbox.CopyIntoVaultAsync("unstartable");
        await sandbox.Vault.CreateDBParameterGroupAsync(
            new CreateDBParameterGroupRequest { DBParameterGroupName = "unstartable", DBParameterGroupFamily = RunningSandbox.Family, Description = "x" }, Ct);
        await SetAsync("unstartable", "shared_preload_libraries", "no_such_library");
        await RestoreAsync(request => (request.DBInstanceIdentifier, request.DBSnapshotIdentifier, request.DBParameterGroupName) = ("rd-unstartable", "unstartable", "unstartable"));
        await RunningSandbox.InstanceAsync(sandbox.Vault, "rd-unstartable", "incompatible-parameters");
        Assert.Contains(sandbox.Host.Control.Reasons(), reason => reason.Key.EndsWith(":rd-unstartable", StringComparison.Ordinal) && reason.Value.Contains("no_such_library", StringComparison.Ordinal));
        await sandbox.Vault.DeleteDBInstanceAsync(new DeleteDBInstanceRequest { DBInstanceIdentifier = "rd-unstartable", SkipFinalSnapshot = true }, Ct);
    }

    [Fact]
    public async Task Parameters_are_paged_and_those_set_by_a_user_say_so()
    {
        await SetAsync(RunningSandbox.Group, "max_logical_replication_workers", "0");
        var names = new List<string>();
        Parameter? set = null;
        for (string? marker = null; ;)
        {
            var page = await sandbox.Vault.DescribeDBParametersAsync(new DescribeDBParametersRequest { DBParameterGroupName = RunningSandbox.Group, Marker = marker }, Ct);
            names.AddRange(page.Parameters.Select(parameter => parameter.ParameterName));
            set = page.Parameters.Find(parameter => parameter.ParameterName == "max_logical_replication_workers") ?? set;
            if ((marker = page.Marker) is null)
            {
                break;
            }
        }

        Assert.True(names.Count > 100 && names.Distinct().Count() == names.Count, $"{names.Count} names, {names.Distinct().Count()} of them different");
        Assert.Contains("rds.logical_replication", names);
        Assert.Equal(("0", "user"), (set?.ParameterValue, set?.Source));
        Assert.Equal("InvalidParameterCombination", await RunningSandbox.ErrorAsync(() => SetAsync(RunningSandbox.Group, "max_connections", "10", "immediate")));
        Assert.Equal("InvalidParameterValue", await RunningSandbox.ErrorAsync(() => SetAsync(RunningSandbox.Group, "no_such_parameter", "1")));
    }

    private Task<ModifyDBParameterGroupResponse> SetAsync(string group, string name, string value, string method = "pending-reboot") => sandbox.Vault.ModifyDBParameterGroupAsync(
        new ModifyDBParameterGroupRequest
        {
            DBParameterGroupName = group, Parameters = [new Parameter { ParameterName = name, ParameterValue = value, ApplyMethod = method }],
        }, Ct);

    private Task<RestoreDBInstanceFromDBSnapshotResponse> RestoreAsync(Action<RestoreDBInstanceFromDBSnapshotRequest> change)
    {
        var request = RunningSandbox.Restore("rd-rules", "rules");
        change(request);
        return sandbox.Vault.RestoreDBInstanceFromDBSnapshotAsync(request, Ct);
    }
}
