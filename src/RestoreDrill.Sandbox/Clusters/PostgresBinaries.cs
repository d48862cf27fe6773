using System.Globalization;
using System.Text.RegularExpressions;

namespace RestoreDrill.Sandbox.Clusters;

/// <summary>The PostgreSQL server programs of this machine.</summary>
/// <param name="Directory">The directory that holds <c>postgres</c> and <c>initdb</c>.</param>
/// <param name="MajorVersion">The major version, 15 for example.</param>
/// <param name="Version">The version as the server prints it, <c>15.18</c> for example.</param>
public sealed partial record PostgresBinaries(string Directory, int MajorVersion, string Version)
{
    /// <summary>Environment variable that names the directory to use, before all others.</summary>
    public const string Variable = "RESTOREDRILL_POSTGRES_BIN";

    private static readonly Lazy<PostgresBinaries> Located = new(Find);

    /// <summary>
    /// Finds the server programs: <see cref="Variable"/>, the newest <c>/usr/lib/postgresql/*/bin</c> (Debian, Ubuntu), then PATH.
    /// </summary>
    /// <exception cref="PostgresMissingException">There are none; the message says what to install.</exception>
    public static PostgresBinaries Locate() => Located.Value;

    /// <summary>The server programs in a directory.</summary>
    /// <exception cref="PostgresMissingException">There are none that say their version.</exception>
    public static PostgresBinaries In(string directory) => HoldsServer(directory)
        ? Describe(directory)
        : throw new PostgresMissingException($"There is no postgres and initdb in {directory}.");

    /// <summary>Whether a loadable library is installed with these programs (Debian's layout, or that of an installation under one prefix).</summary>
    internal bool HasLibrary(string name) =>
        File.Exists(Path.Combine(Directory, "..", "lib", name + ".so")) || File.Exists(Path.Combine(Directory, "..", "lib", "postgresql", name + ".so"));

    internal string Program(string name) => Path.Combine(Directory, name);

    private static PostgresBinaries Find()
    {
        var named = Environment.GetEnvironmentVariable(Variable);
        if (!string.IsNullOrEmpty(named))
        {
            return HoldsServer(named)
                ? Describe(named)
                : throw new PostgresMissingException($"{Variable} names {named}, but there is no postgres and initdb in it.");
        }
        var directory = Distribution().Concat(SearchPath()).FirstOrDefault(HoldsServer) ?? throw new PostgresMissingException(
            "No PostgreSQL server programs found in /usr/lib/postgresql/*/bin or on PATH. Install the server (Debian, Ubuntu: apt-get install postgresql) "
            + $"or set {Variable} to the directory that holds postgres and initdb.");
        return Describe(directory);
    }

    private static IEnumerable<string> Distribution()
    {
        const string root = "/usr/lib/postgresql";
        return System.IO.Directory.Exists(root)
            ? System.IO.Directory.GetDirectories(root)
                .OrderByDescending(d => int.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out var major) ? major : 0)
                .Select(d => Path.Combine(d, "bin"))
            : [];
    }

    private static string[] SearchPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);

    private static bool HoldsServer(string directory) =>
        File.Exists(Path.Combine(directory, "postgres")) && File.Exists(Path.Combine(directory, "initdb"));

    private static PostgresBinaries Describe(string directory)
    {
        var printed = Command.Run(Path.Combine(directory, "postgres"), "--version");
        var match = VersionPattern().Match(printed);
        return match.Success
            ? new PostgresBinaries(directory, int.Parse(match.Groups["major"].ValueSpan, CultureInfo.InvariantCulture), match.Value)
            : throw new PostgresMissingException($"{directory}/postgres --version answered \"{printed.Trim()}\", which names no version.");
    }

    [GeneratedRegex(@"(?<major>\d+)(\.\d+|devel|beta\d+|rc\d+)")]
    private static partial Regex VersionPattern();
}
