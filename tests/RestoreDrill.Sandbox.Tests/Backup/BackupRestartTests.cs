using System.Diagnostics;
using System.Net.Http.Json;
using Amazon.Backup;
using Amazon.Backup.Model;
using Amazon.RDS;
using Amazon.Runtime;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Tests.Clusters;

namespace RestoreDrill.Sandbox.Tests.Backup;

public sealed class BackupRestartTests : IAsyncLifetime
{
    private readonly string state = Path.Combine(Path.GetTempPath(), "restoredrill-backup-" + Guid.NewGuid().ToString("n"));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await Sandbox.Clusters.PostgresCluster.RemoveAsync(state, CancellationToken.None);

    [Fact]
    public async Task Killed_sandbox_has_its_vaults_and_points_again_and_goes_on_with_its_jobs()
    {
        string done, copying, running, restoring, hold;
        using (var process = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(SandboxHost).Assembly.Location, "serve", "--state", state, "--port", "0"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!)
        {
            try
            {
                var line = await process.StandardOutput.ReadLineAsync(Ct) ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(Ct));
                var address = new Uri(line.Split(' ')[^1]);
                using var rds = new AmazonRDSClient(Keys(), new AmazonRDSConfig { ServiceURL = address.AbsoluteUri, AuthenticationRegion = RunningSandbox.Region });
                using var backup = Client(address);
                await rds.CreateDBInstanceAsync(RunningSandbox.NewInstance(RunningSandbox.Instance), Ct);
                await RunningSandbox.InstanceAsync(rds, RunningSandbox.Instance, "available");
                await backup.CreateBackupVaultAsync(new CreateBackupVaultRequest { BackupVaultName = "kept" }, Ct);
                await backup.PutBackupVaultLockConfigurationAsync(
                    new PutBackupVaultLockConfigurationRequest { BackupVaultName = "kept", MinRetentionDays = 7, MaxRetentionDays = 30, ChangeableForDays = 3 }, Ct);
                await backup.CreateBackupVaultAsync(new CreateBackupVaultRequest { BackupVaultName = "second" }, Ct);
                var first = (await backup.StartBackupJobAsync(Backups.Job("kept", 30), Ct)).BackupJobId;
                await StateAsync(backup, first, "COMPLETED");
                done = (await backup.DescribeBackupJobAsync(new DescribeBackupJobRequest { BackupJobId = first }, Ct)).RecoveryPointArn;

                using var control = new HttpClient { BaseAddress = address };
                using var stalled = await control.PostAsJsonAsync("/control/stalls", new { name = "awsbackup:*", status = "creating", kind = "snapshot" }, Ct);
                Assert.Equal(200, (int)stalled.StatusCode);
                var copy = Backups.CopyJob("kept", done, "second", 30);
                copy.DestinationBackupVaultArn = Backups.VaultArn(Account.Source, "second");
                copying = (await backup.StartCopyJobAsync(copy, Ct)).CopyJobId;
                running = (await backup.StartBackupJobAsync(Backups.Job("kept", 30), Ct)).BackupJobId;
                await CopyStateAsync(backup, copying, "RUNNING");
                await StateAsync(backup, running, "RUNNING");

                using var held = await control.PostAsJsonAsync("/control/stalls", new { name = "restored", status = "creating", kind = "instance" }, Ct);
                Assert.Equal(200, (int)held.StatusCode);
                restoring = (await backup.StartRestoreJobAsync(Backups.Restore(done, "restored"), Ct)).RestoreJobId;
                await RestoreStateAsync(backup, restoring, "RUNNING");
                hold = (await new BackupWire(address, AccountKeys()).PostAsync("/legal-holds/", new { Title = "audit", Description = "of 2026" })).Of("LegalHoldId");
            }
            finally
            {
                process.Kill();
                await process.WaitForExitAsync(Ct);
            }
        }

        await using var second = await SandboxHost.StartAsync(new SandboxOptions { StateDirectory = state }, Ct);
        using var again = Client(second.BaseAddress);
        await StateAsync(again, running, "COMPLETED");
        await CopyStateAsync(again, copying, "COMPLETED");
        await RestoreStateAsync(again, restoring, "COMPLETED");
        using var rdsAgain = new AmazonRDSClient(Keys(), new AmazonRDSConfig { ServiceURL = second.BaseAddress.AbsoluteUri, AuthenticationRegion = RunningSandbox.Region });
        await RunningSandbox.InstanceAsync(rdsAgain, "restored", "available");
        var vault = await again.DescribeBackupVaultAsync(new DescribeBackupVaultRequest { BackupVaultName = "kept" }, Ct);
        Assert.Equal((2L, true, 30L), (vault.NumberOfRecoveryPoints, vault.Locked, vault.MaxRetentionDays));
        Assert.Equal("COMPLETED", (await again.DescribeRecoveryPointAsync(
            new DescribeRecoveryPointRequest { BackupVaultName = "kept", RecoveryPointArn = done }, Ct)).Status.Value);

        // The retention of 30 days and the time that a point is EXPIRED are over, and it is held.
        second.Control.Advance(TimeSpan.FromDays(32));
        Task<DescribeRecoveryPointResponse> DescribeAsync() =>
            again.DescribeRecoveryPointAsync(new DescribeRecoveryPointRequest { BackupVaultName = "kept", RecoveryPointArn = done }, Ct);
        Assert.Equal("COMPLETED", (await DescribeAsync()).Status.Value);
        await again.CancelLegalHoldAsync(new CancelLegalHoldRequest { LegalHoldId = hold, CancelDescription = "over" }, Ct);
        await Refusals.RefusedAsync<ResourceNotFoundException>(DescribeAsync, "Cannot find recovery point");
    }

    private static Task StateAsync(AmazonBackupClient backup, string job, string wanted) => Eventually.HoldsAsync(
        async () => (await backup.DescribeBackupJobAsync(new DescribeBackupJobRequest { BackupJobId = job }, Ct)).State.Value == wanted, $"the backup is {wanted}");

    private static Task CopyStateAsync(AmazonBackupClient backup, string job, string wanted) => Eventually.HoldsAsync(
        async () => (await backup.DescribeCopyJobAsync(new DescribeCopyJobRequest { CopyJobId = job }, Ct)).CopyJob.State.Value == wanted, $"the copy is {wanted}");

    private static Task RestoreStateAsync(AmazonBackupClient backup, string job, string wanted) => Eventually.HoldsAsync(
        async () => (await backup.DescribeRestoreJobAsync(new DescribeRestoreJobRequest { RestoreJobId = job }, Ct)).Status.Value == wanted, $"the restore is {wanted}");

    private AmazonBackupClient Client(Uri address) =>
        new(Keys(), new AmazonBackupConfig { ServiceURL = address.AbsoluteUri, AuthenticationRegion = RunningSandbox.Region });

    private AccountKeys AccountKeys() => CredentialsFile.Read(Path.Combine(state, "credentials")).Single(candidate => candidate.Account == Account.Source);

    private BasicAWSCredentials Keys() => new(AccountKeys().AccessKeyId, AccountKeys().SecretAccessKey);
}
