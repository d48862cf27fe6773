using System.Globalization;
using System.Security.Cryptography;
using Npgsql;

namespace RestoreDrill.Sandbox.Clusters;

/// <summary>
/// One real PostgreSQL cluster on 127.0.0.1, in its own directory. Its server ends with this process, by <c>kill -9</c> too.
/// The superuser <c>rdsadmin</c> has no password and can only be reached from this process's user over a local socket; everybody else needs TCP and
/// SCRAM, and TLS where the cluster has a certificate.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    /// <summary>The superuser; on RDS it is AWS's own and nobody else can use it.</summary>
    public const string AdminUser = "rdsadmin";

    private static readonly TimeSpan StopDeadline = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly PostgresBinaries binaries;
    private readonly ServerAccount account;
    private ServerProcess? server;
    private string socket = "";

    private PostgresCluster(ClusterOptions options, PostgresBinaries binaries, ServerAccount account)
    {
        (Options, this.binaries, this.account) = (options, binaries, account);
        Parameters = options.Parameters;
        Port = options.Port ?? RememberedPort(options.Directory) ?? AnyPort();
    }

    public ClusterOptions Options { get; }

    /// <summary>The parameters of the next start.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; set; }

    /// <summary>The TCP port on 127.0.0.1. Kept across restarts, unless somebody else took it meanwhile.</summary>
    public int Port { get; private set; }

    /// <summary>The data directory. Only a stopped server's may be touched.</summary>
    public string DataDirectory => DataDirectoryOf(Options);

    /// <summary>The server's log.</summary>
    public string LogFile => Path.Combine(Options.Directory, "server.log");

    /// <summary>Whether the server runs now.</summary>
    public bool IsRunning => server is { HasExited: false };

    /// <summary>The process id of the postmaster while the server runs.</summary>
    public int? PostmasterId { get; private set; }

    /// <summary>Makes a new, empty cluster with a system identifier of its own; not started yet.</summary>
    public static async Task<PostgresCluster> CreateAsync(ClusterOptions options, CancellationToken ct)
    {
        var cluster = await PrepareAsync(options, ct);
        var partial = cluster.DataDirectory + ".partial";
        await RemoveAsync(partial, ct);
        await Command.RunAsync(
            cluster.account.Prepare(cluster.binaries.Program("initdb"),
            [
                "-D", partial, "-U", AdminUser, "--auth-local=peer", "--auth-host=reject", "-E", "UTF8", "--locale=C.UTF-8", "--wal-segsize=1", "--no-sync",
                .. cluster.binaries.MajorVersion >= 14 ? ["--no-instructions"] : Array.Empty<string>(), .. options.DataChecksums ? ["--data-checksums"] : Array.Empty<string>(),
            ]),
            ct);
        Directory.Move(partial, cluster.DataDirectory);
        return cluster;
    }

    /// <summary>The cluster that an earlier process left in the directory; not started yet.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static async Task<PostgresCluster> OpenAsync(ClusterOptions options, CancellationToken ct) =>
        ExistsAt(options.Directory)
            ? await PrepareAsync(options, ct)
            : throw new DirectoryNotFoundException($"There is no PostgreSQL cluster in {options.Directory}.");

    /// <summary>
    /// A new cluster from a snapshot's data directory, which stays as it is; not started yet. It keeps the snapshot's roles, passwords and system
    /// identifier. Its first start runs crash recovery.
    /// </summary>
    public static async Task<PostgresCluster> FromSnapshotAsync(string snapshotDirectory, ClusterOptions options, CancellationToken ct)
    {
        var cluster = await PrepareAsync(options, ct);
        await CrashConsistentCopy.CopyAtRestAsync(snapshotDirectory, cluster.DataDirectory, ct);
        return cluster;
    }

    /// <summary>Whether the directory holds a cluster.</summary>
    public static bool ExistsAt(string directory) => File.Exists(Path.Combine(directory, "data", "PG_VERSION"));

    /// <summary>Starts the server and waits until it answers. Does nothing when it runs.</summary>
    /// <exception cref="PostgresStartException">It did not start; the exception says why, in the server's words.</exception>
    public async Task StartAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            if (IsRunning)
            {
                return;
            }
            server?.Dispose();
            (server, PostmasterId) = (null, null);
            var started = Options.Time.GetTimestamp();
            var patience = Options.LeavingDeadline < Options.StartDeadline ? Options.LeavingDeadline : Options.StartDeadline;
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    await StartOnceAsync(ct);
                    break;
                }
                catch (PostgresStartException e) when (e.Failure == StartFailure.PortTaken && attempt < 20)
                {
                    Port = AnyPort();
                }
                catch (PostgresStartException e) when (e.Failure == StartFailure.InUse && Options.Time.GetElapsedTime(started) < patience)
                {
                    // The server of a process that was killed a moment ago is still on its way out.
                    await Task.Delay(Poll * 10, Options.Time, ct);
                }
            }
            await File.WriteAllTextAsync(PortFile(Options.Directory), Port.ToString(CultureInfo.InvariantCulture), ct);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Stops the server cleanly: sessions are ended, a checkpoint is written. Does nothing when it is stopped.</summary>
    public Task StopAsync(CancellationToken ct) => EndAsync(Signals.Interrupt, ct);

    /// <summary>Stops the server at once, as a crash would; its next start runs crash recovery.</summary>
    public Task KillAsync(CancellationToken ct) => EndAsync(Signals.Quit, ct);

    /// <summary>Kills the postmaster as the kernel would when memory is short; its sessions end with it. Does nothing when it is stopped.</summary>
    public Task CrashAsync(CancellationToken ct) => EndAsync(Signals.Kill, ct);

    /// <summary>A session as the superuser, for the sandbox's own work. Not pooled.</summary>
    public async Task<NpgsqlConnection> ConnectAsAdminAsync(string database, CancellationToken ct)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder
        {
            Host = socket, Port = Port, Username = AdminUser, Database = database, Pooling = false, ApplicationName = "rdsadmin", Timeout = 10,
        }.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            return connection;
        }
        catch (Exception)
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>How a client connects: over TCP, with the server's certificate fully verified where it has one.</summary>
    public NpgsqlConnectionStringBuilder ConnectionFor(string user, string password, string database)
    {
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1", Port = Port, Username = user, Password = password, Database = database, SslMode = SslMode.Disable,
        };
        if (Options.Certificate is { } certificate)
        {
            (builder.Host, builder.SslMode, builder.RootCertificate) = ("localhost", SslMode.VerifyFull, certificate.AuthorityFile);
        }
        return builder;
    }

    /// <summary>Stops the server, if it runs, and removes the cluster's directory.</summary>
    public async Task DeleteAsync(CancellationToken ct)
    {
        await KillAsync(ct);
        await RemoveAsync(Options.Directory, ct);
    }

    /// <summary>Stops the server; the data stays.</summary>
    public async ValueTask DisposeAsync() => await StopAsync(CancellationToken.None);

    /// <summary>Runs one of PostgreSQL's own programs as the server's user; what it printed.</summary>
    internal Task<string> RunProgramAsync(string program, IEnumerable<string> arguments, CancellationToken ct) =>
        Command.RunAsync(account.Prepare(binaries.Program(program), arguments), ct);

    /// <summary>Keeps the server from being started or stopped until the result is disposed.</summary>
    internal async Task<IDisposable> HoldAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        return new Held(gate);
    }

    internal static string DataDirectoryOf(ClusterOptions options) => Path.Combine(options.Directory, "data");

    internal static Task RemoveAsync(string directory, CancellationToken ct) => Command.RunAsync("rm", ["-rf", "--", directory], ct);

    private static async Task<PostgresCluster> PrepareAsync(ClusterOptions options, CancellationToken ct)
    {
        options = options with { Directory = Path.GetFullPath(options.Directory) };
        var binaries = options.Binaries ?? PostgresBinaries.Locate();
        await ServerAccount.Current.MakeDirectoryAsync(options.Directory, ct);
        string[] reached = options.Certificate is { } c ? [options.Directory, Path.GetDirectoryName(c.KeyFile)!] : [options.Directory];
        return new PostgresCluster(options, binaries, await ServerAccount.Current.ReachingAsync([.. reached, binaries.Directory], ct));
    }

    private async Task StartOnceAsync(CancellationToken ct)
    {
        var started = Options.Time.GetTimestamp();
        // An abstract socket: no file to leave behind, no limit on the length of our paths. A new name for each run, so that only this run answers.
        // PostgreSQL 13 has no abstract sockets.
        socket = binaries.MajorVersion >= 14 ? "@restoredrill-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)) : Options.Directory;
        var configuration = await ServerConfiguration.WriteAsync(Options, Parameters, Port, socket, ct);
        if (!File.Exists(LogFile))
        {
            await File.WriteAllTextAsync(LogFile, "", ct);
            await account.GiveAsync(LogFile, ct);
        }
        var offset = new FileInfo(LogFile).Length;
        var run = ServerProcess.Start(
            account, LogFile, Options.RemovedWithUs, binaries.Program("postgres"), ["-D", DataDirectory, "-c", "config_file=" + configuration]);
        try
        {
            while (!await AnswersAsync(ct))
            {
                var late = Options.Time.GetElapsedTime(started) > Options.StartDeadline;
                if (run.HasExited || late)
                {
                    throw await FailureAsync(offset, run.HasExited, ct);
                }
                await Task.Delay(Poll, Options.Time, ct);
            }
            PostmasterId = await ReadPostmasterIdAsync(ct);
            server = run;
        }
        catch (Exception)
        {
            run.LetGo();
            await run.WaitAsync(CancellationToken.None);
            run.Dispose();
            throw;
        }
    }

    private async Task<bool> AnswersAsync(CancellationToken ct)
    {
        try
        {
            await using var connection = await ConnectAsAdminAsync("postgres", ct);
            return true;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.CannotConnectNow)
        {
            return false;
        }
        catch (NpgsqlException e) when (e is not PostgresException)
        {
            return false;
        }
    }

    private async Task<PostgresStartException> FailureAsync(long offset, bool exited, CancellationToken ct)
    {
        var log = await StartLog.ReadAsync(LogFile, offset, ct);
        var failure = exited ? log.Classify() : StartFailure.Deadline;
        var what = exited ? "did not start" : $"was not ready after {Options.StartDeadline.TotalSeconds:0} s";
        return new PostgresStartException(
            failure, log.Reason, $"The PostgreSQL server in {Options.Directory} {what}: {log.Reason}\nEnd of its log ({LogFile}):\n{log.Tail}");
    }

    private async Task EndAsync(int signal, CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            if (server is not { } run)
            {
                return;
            }
            if (!run.HasExited && PostmasterId is { } postmaster)
            {
                Signals.Send(postmaster, signal);
                using var deadline = new CancellationTokenSource(StopDeadline, Options.Time);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, ct);
                try
                {
                    await run.WaitAsync(either.Token);
                }
                catch (OperationCanceledException) when (!ct.IsCancellationRequested)
                {
                    throw new TimeoutException($"The PostgreSQL server in {Options.Directory} (process {postmaster}) did not stop within {StopDeadline.TotalSeconds:0} s.");
                }
            }
            run.Dispose();
            (server, PostmasterId) = (null, null);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<int> ReadPostmasterIdAsync(CancellationToken ct)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(DataDirectory, "postmaster.pid"), ct);
        return int.Parse(lines[0], CultureInfo.InvariantCulture);
    }

    private static string PortFile(string directory) => Path.Combine(directory, "port");

    private static int? RememberedPort(string directory) =>
        File.Exists(PortFile(directory)) && int.TryParse(File.ReadAllText(PortFile(directory)), CultureInfo.InvariantCulture, out var port) ? port : null;

    // Below the range that Linux gives to outgoing connections (32768 and up), so that a stopped cluster's port is still free when it starts again.
    private static int AnyPort() => RandomNumberGenerator.GetInt32(15000, 32000);

    private sealed class Held(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
