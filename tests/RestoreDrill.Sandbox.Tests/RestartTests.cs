using System.Diagnostics;
using System.Globalization;
using Amazon.RDS;
using Amazon.RDS.Model;
using Amazon.Runtime;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Control;
using RestoreDrill.Sandbox.Tests.Clusters;

namespace RestoreDrill.Sandbox.Tests;

public sealed class RestartTests : IAsyncLifetime
{
    private readonly string state = Path.Combine(Path.GetTempPath(), "restoredrill-restart-" + Guid.NewGuid().ToString("n"));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await Sandbox.Clusters.PostgresCluster.RemoveAsync(state, CancellationToken.None);

    [Fact]
    public async Task Restarted_sandbox_has_its_keys_instances_rows_and_what_was_under_way()
    {
        AccountKeys keys;
        DateTimeOffset ahead;
        await using (var first = await SandboxHost.StartAsync(new SandboxOptions { StateDirectory = state }, Ct))
        {
            keys = first.KeysOf(Account.Source);
            using var rds = Client(first, keys);
            await rds.CreateDBInstanceAsync(RunningSandbox.NewInstance("kept"), Ct);
            var instance = await RunningSandbox.InstanceAsync(rds, "kept", "available");
            await Query.RunAsync(Connection(first, instance), "CREATE TABLE kept AS SELECT 42 AS answer");
            first.Control.Advance(TimeSpan.FromDays(3));
            ahead = first.Control.Now;
            first.Control.Stall(new Stall("*", Kind: StalledKind.Snapshot));
            await rds.CreateDBSnapshotAsync(new CreateDBSnapshotRequest { DBInstanceIdentifier = "kept", DBSnapshotIdentifier = "on-the-way" }, Ct);
        }

        await using var second = await SandboxHost.StartAsync(new SandboxOptions { StateDirectory = state }, Ct);
        Assert.Equal(keys, second.KeysOf(Account.Source));
        Assert.True(second.Control.Now >= ahead, $"{second.Control.Now} is before {ahead}");
        using var again = Client(second, keys);
        Assert.Equal(42, await Query.ScalarAsync<int>(Connection(second, await RunningSandbox.InstanceAsync(again, "kept", "available")), "SELECT answer FROM kept"));
        await RunningSandbox.SnapshotAsync(again, "on-the-way", "available");
    }

    [Fact]
    public async Task Killed_sandbox_takes_its_servers_with_it_and_comes_back_with_them()
    {
        int server;
        using (var process = Start())
        {
            try
            {
                var address = await ListeningAsync(process);
                using var rds = Client(address);
                await rds.CreateDBInstanceAsync(RunningSandbox.NewInstance("orphan"), Ct);
                await RunningSandbox.InstanceAsync(rds, "orphan", "available");
                server = int.Parse((await File.ReadAllLinesAsync(Directory.GetFiles(Path.Combine(state, "instances"), "postmaster.pid", SearchOption.AllDirectories)[0], Ct))[0], CultureInfo.InvariantCulture);
                Assert.True(Directory.Exists($"/proc/{server}"));
            }
            finally
            {
                process.Kill();
                await process.WaitForExitAsync(Ct);
            }
        }

        await Eventually.HoldsAsync(() => !Liveness.IsAlive(server), "the server is gone");
        await using var second = await SandboxHost.StartAsync(new SandboxOptions { StateDirectory = state }, Ct);
        using var again = Client(second, second.KeysOf(Account.Source));
        await RunningSandbox.InstanceAsync(again, "orphan", "available");
    }

    [Fact]
    public async Task Second_sandbox_on_the_same_state_is_refused()
    {
        using var first = Start();
        try
        {
            await ListeningAsync(first);
            using var second = Start();
            try
            {
                await Eventually.HoldsAsync(() => second.HasExited, "the second one has given up");
            }
            finally
            {
                second.Kill();
            }

            Assert.Equal(1, second.ExitCode);
            Assert.Contains("already works on", await second.StandardError.ReadToEndAsync(Ct));
        }
        finally
        {
            first.Kill();
            await first.WaitForExitAsync(Ct);
        }
    }

    private Process Start() => Process.Start(new ProcessStartInfo(
        "dotnet", [typeof(SandboxHost).Assembly.Location, "serve", "--state", state, "--port", "0"])
    {
        RedirectStandardOutput = true, RedirectStandardError = true,
    })!;

    private static async Task<Uri> ListeningAsync(Process process)
    {
        var line = await process.StandardOutput.ReadLineAsync(Ct) ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(Ct));
        return new Uri(line.Split(' ')[^1]);
    }

    private AmazonRDSClient Client(Uri address)
    {
        var keys = CredentialsFile.Read(Path.Combine(state, "credentials")).Single(candidate => candidate.Account == Account.Source);
        return Client(address, keys);
    }

    private static AmazonRDSClient Client(SandboxHost host, AccountKeys keys) => Client(host.BaseAddress, keys);

    private static AmazonRDSClient Client(Uri address, AccountKeys keys) => new(
        new BasicAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey),
        new AmazonRDSConfig { ServiceURL = address.AbsoluteUri, AuthenticationRegion = RunningSandbox.Region });

    private static string Connection(SandboxHost host, DBInstance instance) =>
        $"Host=127.0.0.1;Port={instance.Endpoint.Port};Username=postgres;Password={RunningSandbox.Password};Database=courses;"
        + $"SSL Mode=VerifyFull;Root Certificate={host.CertificateAuthorityFile};Pooling=false";
}
