using RestoreDrill.Aws.Tests.Wire;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Runs;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Control;

namespace RestoreDrill.Aws.Tests.Paths;

/// <summary>What goes wrong between us and AWS, with real signatures and sessions.</summary>
[Collection(nameof(SharedSandbox))]
public sealed class TroubleTests(SandboxAccounts sandbox)
{
    [Fact]
    public async Task Lost_answer_of_a_snapshot_makes_no_second_one_and_shows_as_already_there()
    {
        var run = RunId.Parse("c00000010st1");
        var name = Shapes.Names.StagingSnapshot(run);
        var tags = Shapes.Tags(TagNames.StagingRole, "acme", run.Value);
        sandbox.Host.Control.Fail(new CallFault { Action = "CreateDBSnapshot", Moment = FaultMoment.LostAnswer, Times = 1 });

        var refused = await Assert.ThrowsAsync<CloudException>(() => sandbox.Source.CreateSnapshotAsync(SandboxAccounts.Instance, name, tags, default));

        Assert.Equal(CloudFault.AlreadyExists, refused.Fault);
        await Eventually.Async(async () => (await sandbox.Source.FindSnapshotAsync(name, default))!.IsAvailable, "the snapshot is available");
        Assert.Equal(tags, (await sandbox.Source.FindSnapshotAsync(name, default))!.Tags);
        await sandbox.Source.RemoveStagingSnapshotAsync(name, Shapes.Installation, run, default);
    }

    [Fact]
    public async Task Every_answer_lost_is_unreachable()
    {
        sandbox.Host.Control.Fail(new CallFault { Action = "DescribeDBInstances", Moment = FaultMoment.LostCall, Times = null });
        try
        {
            var lost = await Assert.ThrowsAsync<CloudException>(() => sandbox.Source.FindInstanceAsync(SandboxAccounts.Instance, default));
            Assert.Equal(CloudFault.Unreachable, lost.Fault);
            Assert.True(lost.MayPass);
        }
        finally
        {
            sandbox.Host.Control.ClearFaults();
        }
    }

    [Fact]
    public async Task Throttling_without_end_is_told_apart_from_a_single_one()
    {
        sandbox.Host.Control.Throttle(1, "DescribeDBInstances");
        Assert.NotNull(await sandbox.Source.FindInstanceAsync(SandboxAccounts.Instance, default));

        sandbox.Host.Control.Throttle(null, "DescribeDBInstances");
        try
        {
            var refused = await Assert.ThrowsAsync<CloudException>(() => sandbox.Source.FindInstanceAsync(SandboxAccounts.Instance, default));
            Assert.Equal(CloudFault.Throttled, refused.Fault);
            Assert.NotNull(refused.RequestId);
        }
        finally
        {
            sandbox.Host.Control.ClearFaults();
        }
    }

    [Fact]
    public async Task Session_that_expired_on_the_way_is_replaced_without_the_caller_noticing()
    {
        await sandbox.Vault.IdentifyAsync(default);
        sandbox.Host.Control.Advance(TimeSpan.FromHours(2));

        Assert.Equal(Account.Vault.Id, (await sandbox.Vault.IdentifyAsync(default)).AccountId);
    }

    [Fact]
    public async Task Wrong_external_id_and_wrong_role_are_refusals_of_assume_role()
    {
        using var wrongId = AwsAccounts.OpenSource(sandbox.Access(Account.Source, "restoredrill-source") with { ExternalId = "guess" });
        using var wrongRole = AwsAccounts.OpenVault(sandbox.Access(Account.Vault, "no-such-role"));

        foreach (var attempt in new Func<Task>[] { () => wrongId.IdentifyAsync(default), () => wrongRole.IdentifyAsync(default) })
        {
            var refused = await Assert.ThrowsAsync<CloudException>(attempt);
            Assert.Equal(CloudFault.AccessDenied, refused.Fault);
            Assert.Equal("sts:AssumeRole", refused.Operation);
        }
    }

    [Fact]
    public async Task Vault_role_may_not_restore_and_drill_role_may_not_copy()
    {
        using var restoring = AwsAccounts.OpenScratch(sandbox.Access(Account.Vault, "restoredrill-vault"));
        using var copying = AwsAccounts.OpenVault(sandbox.Access(Account.Vault, "restoredrill-drill"));

        var restore = await Assert.ThrowsAsync<CloudException>(() =>
            restoring.RestoreAsync(SandboxAccounts.Order(Shapes.Names.ScratchInstance(Shapes.Drill), "rd-copy-acme-c0abcdef0123"), default));
        var copy = await Assert.ThrowsAsync<CloudException>(() =>
            copying.CopyAsync(
                $"arn:aws:rds:{SandboxAccounts.Region}:{Account.Source.Id}:snapshot:x", "rd-copy-acme-c0abcdef0123", SandboxAccounts.VaultKey, Shapes.StagingTags, default));

        Assert.Equal(CloudFault.AccessDenied, restore.Fault);
        Assert.Equal(CloudFault.AccessDenied, copy.Fault);
    }

    [Fact]
    public async Task Wrong_secret_is_a_credentials_fault()
    {
        var keys = sandbox.Host.KeysOf(Account.Vault);
        var folder = Directory.CreateTempSubdirectory("restoredrill-aws-");
        try
        {
            var file = Path.Combine(folder.FullName, "credentials");
            await File.WriteAllTextAsync(file, $"[vault]\naws_access_key_id = {keys.AccessKeyId}\naws_secret_access_key = wrong\n");
            using var vault = AwsAccounts.OpenVault(sandbox.Access(Account.Vault, "restoredrill-vault") with { CredentialsFile = file });

            var refused = await Assert.ThrowsAsync<CloudException>(() => vault.IdentifyAsync(default));

            Assert.Equal(CloudFault.Credentials, refused.Fault);
            Assert.Equal("SignatureDoesNotMatch", refused.Code);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Absent_things_are_null_and_a_restore_of_an_absent_copy_is_not_found()
    {
        Assert.Null(await sandbox.Source.FindInstanceAsync("no-such", default));
        Assert.Null(await sandbox.Source.FindSnapshotAsync("no-such", default));
        Assert.Null(await sandbox.Scratch.FindAsync("no-such", default));
        Assert.Null(await sandbox.Scratch.FindParameterGroupAsync("no-such", [], default));
        Assert.False(await sandbox.Scratch.SubnetGroupExistsAsync("no-such", default));
        var refused = await Assert.ThrowsAsync<CloudException>(() =>
            sandbox.Scratch.RestoreAsync(SandboxAccounts.Order(Shapes.Names.ScratchInstance(Shapes.Drill), "rd-copy-acme-nosuch"), default));
        Assert.Equal(CloudFault.NotFound, refused.Fault);
        var key = await Assert.ThrowsAsync<CloudException>(() =>
            sandbox.Vault.DescribeKeyAsync($"arn:aws:kms:{SandboxAccounts.Region}:{Account.Vault.Id}:key/no-such", default));
        Assert.Equal(CloudFault.NotFound, key.Fault);
    }

    [Fact]
    public async Task Password_of_an_instance_that_is_gone_is_not_found_and_is_told_to_nobody()
    {
        var password = MasterPassword.Generate();

        var refused = await Assert.ThrowsAsync<CloudException>(() =>
            sandbox.Scratch.ResetMasterPasswordAsync(Shapes.Names.ScratchInstance(Shapes.Drill), password, Shapes.Installation, Shapes.Drill, default));

        Assert.Equal(CloudFault.NotFound, refused.Fault);
        Assert.DoesNotContain(password.Reveal(), refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Skewed_clock_is_corrected_and_reported()
    {
        await using var other = await RestoreDrill.Sandbox.SandboxHost.StartAsync(new RestoreDrill.Sandbox.SandboxOptions(), TestContext.Current.CancellationToken);
        other.Control.SetSkew(TimeSpan.FromHours(1));
        using var vault = AwsAccounts.OpenVault(sandbox.Access(Account.Vault, "restoredrill-vault") with
        {
            Endpoint = other.BaseAddress, CredentialsFile = other.CredentialsFile,
        });

        var caller = await vault.IdentifyAsync(default);

        Assert.Equal(Account.Vault.Id, caller.AccountId);
        Assert.InRange(caller.ClockSkew, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(61));
    }
}
