using System.Diagnostics;

namespace RestoreDrill.Sandbox.Clusters;

/// <summary>
/// The operating system's user that runs a server. PostgreSQL refuses to run as root: as root every server program runs as user <c>postgres</c>,
/// as anybody else it runs as ourselves.
/// </summary>
internal sealed class ServerAccount
{
    private const string Name = "postgres";
    // For a server whose files lie where its user may not go, a checkout under /root for example.
    private const string PassAnyDirectory = "+dac_override,+dac_read_search";

    private static readonly Lazy<ServerAccount> Ours = new(Find);
    private readonly string? owner;
    private readonly bool passesAnyDirectory;

    private ServerAccount(string? owner, bool passesAnyDirectory)
    {
        this.owner = owner;
        this.passesAnyDirectory = passesAnyDirectory;
    }

    public static ServerAccount Current => Ours.Value;

    /// <summary>The account with what it needs to reach these directories, and nothing more.</summary>
    public async Task<ServerAccount> ReachingAsync(IEnumerable<string> directories, CancellationToken ct)
    {
        if (owner is null)
        {
            return this;
        }
        var probe = Prepare("/bin/sh", ["-c", "for d; do cd \"$d\" || exit 1; done", "sh", .. directories]);
        var (code, _) = await Command.TryRunAsync(probe, ct);
        return code == 0 ? this : new ServerAccount(owner, passesAnyDirectory: true);
    }

    /// <summary>A command to be run as this account, with an environment that holds none of ours.</summary>
    public ProcessStartInfo Prepare(string program, IEnumerable<string> arguments)
    {
        ProcessStartInfo start;
        if (owner is null)
        {
            start = Command.Prepare(program, arguments);
        }
        else
        {
            List<string> become = [$"--reuid={Name}", $"--regid={Name}", "--init-groups"];
            if (passesAnyDirectory)
            {
                become.AddRange([$"--inh-caps={PassAnyDirectory}", $"--ambient-caps={PassAnyDirectory}"]);
            }
            start = Command.Prepare("setpriv", [.. become, "--", program, .. arguments]);
        }
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
        start.Environment["LC_ALL"] = "C.UTF-8";
        return start;
    }

    /// <summary>Makes a directory that belongs to the account and to nobody else.</summary>
    public async Task MakeDirectoryAsync(string directory, CancellationToken ct)
    {
        if (owner is null)
        {
            Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(directory))!);
        await Command.RunAsync("install", ["-d", "-m", "0700", "-o", Name, "-g", Name, "--", directory], ct);
    }

    /// <summary>Gives a file that we wrote to the account.</summary>
    public async Task GiveAsync(string file, CancellationToken ct)
    {
        if (owner is not null)
        {
            await Command.RunAsync("chown", ["-h", $"{Name}:{Name}", "--", file], ct);
        }
    }

    private static ServerAccount Find()
    {
        if (!string.Equals(Environment.UserName, "root", StringComparison.Ordinal) && !Environment.IsPrivilegedProcess)
        {
            return new ServerAccount(null, false);
        }
        if (!File.ReadLines("/etc/passwd").Any(line => line.StartsWith(Name + ":", StringComparison.Ordinal)))
        {
            throw new PostgresMissingException(
                "PostgreSQL refuses to run as root, and this machine has no user \"postgres\" to run it as. Install the distribution's server package "
                + "(Debian, Ubuntu: apt-get install postgresql), which makes that user, or run this as an ordinary user.");
        }
        return new ServerAccount(Name, false);
    }
}
