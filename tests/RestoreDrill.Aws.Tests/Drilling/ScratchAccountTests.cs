using RestoreDrill.Aws.Tests.Wire;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Drilling;

namespace RestoreDrill.Aws.Tests.Drilling;

public sealed class ScratchAccountTests
{
    private static readonly string Scratch = Shapes.Names.ScratchInstance(Shapes.Drill);

    private static readonly RestoreOrder Order = new()
    {
        Name = Scratch,
        Copy = "rd-copy-acme-c0abcdef0123",
        InstanceClass = "db.t4g.medium",
        SubnetGroup = "dark",
        SecurityGroups = ["sg-1", "sg-2"],
        ParameterGroup = "restoredrill-postgres15",
        Tags = Shapes.ScratchTags,
    };

    [Fact]
    public async Task Restore_leaves_nothing_to_a_default_of_rds()
    {
        await using var aws = await CannedAws.WithRoleAsync(request => CannedAnswer.Rds(request.Action, Shapes.Instance(Scratch, status: "creating")));
        using var scratch = AwsAccounts.OpenScratch(aws.Access);

        var made = await scratch.RestoreAsync(Order, default);

        Assert.Equal("creating", made.Status);
        Assert.Equal(Shapes.ScratchTags, made.Tags);
        var asked = aws.Requests[^1];
        Assert.Equal(Shapes.ScratchTags, asked.Tags);
        Assert.Equal(
            new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["Action"] = "RestoreDBInstanceFromDBSnapshot",
                ["Version"] = "2014-10-31",
                ["DBInstanceIdentifier"] = Scratch,
                ["DBSnapshotIdentifier"] = "rd-copy-acme-c0abcdef0123",
                ["DBInstanceClass"] = "db.t4g.medium",
                ["DBSubnetGroupName"] = "dark",
                ["DBParameterGroupName"] = "restoredrill-postgres15",
                ["VpcSecurityGroupIds.VpcSecurityGroupId.1"] = "sg-1",
                ["VpcSecurityGroupIds.VpcSecurityGroupId.2"] = "sg-2",
                ["PubliclyAccessible"] = "false",
                ["MultiAZ"] = "false",
                ["DeletionProtection"] = "false",
                ["BackupRetentionPeriod"] = "0",
                ["AutoMinorVersionUpgrade"] = "false",
                ["CopyTagsToSnapshot"] = "false",
                ["EnableIAMDatabaseAuthentication"] = "false",
                ["EngineLifecycleSupport"] = "open-source-rds-extended-support",
            },
            new SortedDictionary<string, string>(
                asked.Form.Where(pair => !pair.Key.StartsWith("Tags.", StringComparison.Ordinal)).ToDictionary(), StringComparer.Ordinal));
    }

    [Fact]
    public async Task Instance_tells_endpoint_and_waiting_password()
    {
        await using var aws = await CannedAws.WithRoleAsync(_ => Shapes.Instances(Shapes.Instance(Scratch, Shapes.ScratchTags, "resetting-master-credentials",
            "<Endpoint><Address>127.0.0.1</Address><Port>5444</Port></Endpoint><PubliclyAccessible>true</PubliclyAccessible>"
            + "<PendingModifiedValues><MasterUserPassword>****</MasterUserPassword></PendingModifiedValues>")));
        using var scratch = AwsAccounts.OpenScratch(aws.Access);

        var found = await scratch.FindAsync(Scratch, default);

        Assert.NotNull(found);
        Assert.Equal(("127.0.0.1", 5444), (found.Host, found.Port));
        Assert.True(found.PasswordPending);
        Assert.True(found.PubliclyAccessible);
        Assert.False(found.DeletionProtection);
        Assert.False(found.IsAvailable);
    }

    [Fact]
    public async Task List_keeps_only_the_prefix_over_all_pages()
    {
        await using var aws = await CannedAws.WithRoleAsync(request => request.Form.ContainsKey("Marker")
            ? Shapes.Instances(Shapes.Instance(Scratch, Shapes.ScratchTags))
            : Shapes.Instances(Shapes.Instance("courses", Shapes.ScratchTags) + Shapes.Instance("rd-scratch-other-d0abcdef0123", Shapes.ScratchTags), "2"));
        using var scratch = AwsAccounts.OpenScratch(aws.Access);

        Assert.Equal([Scratch], (await scratch.ListAsync(Shapes.Names.ScratchPrefix, default)).Select(instance => instance.Name));
        await Assert.ThrowsAsync<ArgumentException>(() => scratch.ListAsync("", default));
    }

    [Fact]
    public async Task Parameter_group_tells_family_and_values()
    {
        await using var aws = await CannedAws.WithRoleAsync(request => request.Action == "DescribeDBParameters"
            ? Shapes.Parameters(new Dictionary<string, string?> { ["max_logical_replication_workers"] = "0", ["work_mem"] = "4" })
            : CannedAnswer.Rds(
                request.Action,
                "<DBParameterGroups><DBParameterGroup><DBParameterGroupName>g</DBParameterGroupName><DBParameterGroupFamily>postgres15</DBParameterGroupFamily>"
                + "</DBParameterGroup></DBParameterGroups>"));
        using var scratch = AwsAccounts.OpenScratch(aws.Access);

        var group = await scratch.FindParameterGroupAsync("g", ["max_logical_replication_workers"], default);

        Assert.Equal("postgres15", group!.Family);
        Assert.Equal(new Dictionary<string, string> { ["max_logical_replication_workers"] = "0" }, group.Values);
    }

    [Fact]
    public async Task Password_is_changed_at_once_and_stands_in_no_error()
    {
        var password = MasterPassword.Generate();
        await using var aws = await CannedAws.WithRoleAsync(request => request.Action == "ModifyDBInstance"
            ? CannedAnswer.Refusal("InvalidParameterValue", $"The password {password.Reveal()} is not to our taste")
            : Shapes.Instances(Shapes.Instance(Scratch, Shapes.ScratchTags)));
        using var scratch = AwsAccounts.OpenScratch(aws.Access);

        var refused = await Assert.ThrowsAsync<CloudException>(() =>
            scratch.ResetMasterPasswordAsync(Scratch, password, Shapes.Installation, Shapes.Drill, default));

        Assert.Equal(password.Reveal(), aws.Requests[^1]["MasterUserPassword"]);
        Assert.Equal("true", aws.Requests[^1]["ApplyImmediately"]);
        Assert.DoesNotContain(password.Reveal(), refused.ToString(), StringComparison.Ordinal);
        Assert.Contains("(secret) is not to our taste", refused.Message, StringComparison.Ordinal);
        Assert.Equal("InvalidParameterValue", refused.Code);
    }

    [Theory]
    [InlineData("rd-scratch-acme-d0abcdef0123", "copy", "acme", "d0abcdef0123")]
    [InlineData("rd-scratch-acme-d0abcdef0123", "scratch", "other", "d0abcdef0123")]
    [InlineData("rd-scratch-acme-d0abcdef0123", "scratch", "acme", "d0abcdef0124")]
    [InlineData("rd-scratch-acme-d0abcdef0123", null, null, null)]
    [InlineData("rd-scratch-other-d0abcdef0123", "scratch", "acme", "d0abcdef0123")]
    [InlineData("rd-scratch-acme-d0abcdef0123-2", "scratch", "acme", "d0abcdef0123")]
    [InlineData("courses", "scratch", "acme", "d0abcdef0123")]
    public async Task Instance_that_is_not_this_drills_is_neither_changed_nor_deleted(string name, string? role, string? installation, string? run)
    {
        var tags = role is null ? new Dictionary<string, string> { ["owner"] = "x" } : Shapes.Tags(role, installation!, run!);
        await using var aws = await CannedAws.WithRoleAsync(_ => Shapes.Instances(Shapes.Instance(name, tags)));
        using var scratch = AwsAccounts.OpenScratch(aws.Access);

        var refused = await Assert.ThrowsAsync<NotOursException>(() => scratch.RemoveAsync(name, Shapes.Installation, Shapes.Drill, default));
        await Assert.ThrowsAsync<NotOursException>(() =>
            scratch.ResetMasterPasswordAsync(name, MasterPassword.Generate(), Shapes.Installation, Shapes.Drill, default));

        Assert.Contains("Nothing was done", refused.Message, StringComparison.Ordinal);
        Assert.All(aws.Operations, operation => Assert.Equal("rds:DescribeDBInstances", operation));
    }

    [Theory]
    [InlineData("available")]
    [InlineData("incompatible-restore")]
    [InlineData("storage-full")]
    public async Task Own_scratch_instance_is_deleted_in_any_state_without_a_final_snapshot(string status)
    {
        await using var aws = await CannedAws.WithRoleAsync(request => request.Action == "DeleteDBInstance"
            ? CannedAnswer.Rds(request.Action, Shapes.Instance(Scratch, status: "deleting"))
            : Shapes.Instances(Shapes.Instance(Scratch, Shapes.ScratchTags, status)));
        using var scratch = AwsAccounts.OpenScratch(aws.Access);

        await scratch.RemoveAsync(Scratch, Shapes.Installation, Shapes.Drill, default);

        var asked = aws.Requests[^1];
        Assert.Equal("DeleteDBInstance", asked.Action);
        Assert.Equal((Scratch, "true", "true"), (asked["DBInstanceIdentifier"], asked["SkipFinalSnapshot"], asked["DeleteAutomatedBackups"]));
    }

    [Fact]
    public async Task Scratch_instance_that_is_gone_or_going_is_success()
    {
        var looks = 0;
        await using var aws = await CannedAws.WithRoleAsync(request => (request.Action, request.Action == "DescribeDBInstances" ? ++looks : 0) switch
        {
            ("DescribeDBInstances", 1) => Shapes.Instances(Shapes.Instance(Scratch, Shapes.ScratchTags)),
            ("DescribeDBInstances", 2) => Shapes.Instances(Shapes.Instance(Scratch, Shapes.ScratchTags, "deleting")),
            _ => CannedAnswer.Refusal("DBInstanceNotFound", status: 404),
        });
        using var scratch = AwsAccounts.OpenScratch(aws.Access);

        await scratch.RemoveAsync(Scratch, Shapes.Installation, Shapes.Drill, default);
        await scratch.RemoveAsync(Scratch, Shapes.Installation, Shapes.Drill, default);
        await scratch.RemoveAsync(Scratch, Shapes.Installation, Shapes.Drill, default);

        Assert.Single(aws.Operations, "rds:DeleteDBInstance");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Refused_removal_is_success_only_where_the_scratch_instance_is_gone(bool isGone)
    {
        var looks = 0;
        await using var aws = await CannedAws.WithRoleAsync(request => (request.Action, isGone && request.Action == "DescribeDBInstances" ? ++looks : 0) switch
        {
            ("DescribeDBInstances", < 2) => Shapes.Instances(Shapes.Instance(Scratch, Shapes.ScratchTags)),
            ("DescribeDBInstances", _) => CannedAnswer.Refusal("DBInstanceNotFound", status: 404),
            _ => CannedAnswer.Refusal("AccessDenied", status: 403),
        });
        using var scratch = AwsAccounts.OpenScratch(aws.Access);

        var failure = await Record.ExceptionAsync(() => scratch.RemoveAsync(Scratch, Shapes.Installation, Shapes.Drill, default));

        Assert.Equal(isGone ? null : CloudFault.AccessDenied, (failure as CloudException)?.Fault);
        Assert.Equal(["rds:DescribeDBInstances", "rds:DeleteDBInstance", "rds:DescribeDBInstances"], aws.Operations);
    }

    [Fact]
    public async Task Deletion_protection_is_never_turned_off()
    {
        await using var aws = await CannedAws.WithRoleAsync(_ =>
            Shapes.Instances(Shapes.Instance(Scratch, Shapes.ScratchTags, more: "<DeletionProtection>true</DeletionProtection>")));
        using var scratch = AwsAccounts.OpenScratch(aws.Access);

        var refused = await Assert.ThrowsAsync<CloudException>(() => scratch.RemoveAsync(Scratch, Shapes.Installation, Shapes.Drill, default));

        Assert.Equal(CloudFault.WrongState, refused.Fault);
        Assert.Contains("Deletion protection is on", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["rds:DescribeDBInstances"], aws.Operations);
    }
}
