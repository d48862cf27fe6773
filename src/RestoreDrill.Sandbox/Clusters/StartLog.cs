using System.Text;
using System.Text.RegularExpressions;

namespace RestoreDrill.Sandbox.Clusters;

/// <summary>What a server logged since a start began.</summary>
internal sealed partial class StartLog
{
    private const int TailLines = 30;
    private readonly string[] lines;

    private StartLog(string[] lines) => this.lines = lines;

    public static async Task<StartLog> ReadAsync(string file, long offset, CancellationToken ct)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        stream.Seek(Math.Min(offset, stream.Length), SeekOrigin.Begin);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(ct);
        return new StartLog(text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    public string Tail => string.Join('\n', lines.TakeLast(TailLines));

    /// <summary>The fatal messages with their details and hints, and the complaints about the configuration that came before them.</summary>
    public string Reason
    {
        get
        {
            var kept = new List<string>();
            var keeping = false;
            foreach (var line in lines)
            {
                var match = MessagePattern().Match(line);
                var (level, text) = (match.Groups["level"].Value, match.Groups["text"].Value);
                keeping = level switch
                {
                    "FATAL" or "PANIC" => !text.StartsWith("the database system is", StringComparison.Ordinal),
                    "LOG" or "WARNING" => ConfigurationPattern().IsMatch(text),
                    "DETAIL" or "HINT" => keeping,
                    _ => !match.Success && !line.Contains(" UTC [", StringComparison.Ordinal),
                };
                if (keeping)
                {
                    kept.Add(match.Success ? text : line);
                }
            }
            return string.Join("; ", kept);
        }
    }

    public StartFailure Classify()
    {
        var reason = Reason;
        bool Says(params string[] texts) => texts.Any(t => reason.Contains(t, StringComparison.Ordinal));
        return reason switch
        {
            _ when Says("could not create any TCP/IP sockets", "Address already in use") => StartFailure.PortTaken,
            _ when Says("lock file \"postmaster.pid\" already exists", "pre-existing shared memory block") => StartFailure.InUse,
            _ when Says("maximum number of prepared transactions reached", "exists, but wal_level", "too many replication slots active",
                "insufficient parameter settings", "exists, but \"wal_level\"") => StartFailure.ParametersTooLowForData,
            _ when Says("contains errors", "invalid value for parameter", "could not access file", "could not load library", "shared memory",
                "requires wal_level", "must be", "Cannot allocate memory", "must define") => StartFailure.Parameters,
            _ when Says("could not locate a valid checkpoint record", "database files are incompatible", "is not a valid data directory", "checksum",
                "could not locate required checkpoint record", "could not open file", "invalid permissions", "wrong ownership", "pg_control")
                => StartFailure.Data,
            _ => StartFailure.Unknown,
        };
    }

    [GeneratedRegex(@"^(\S+ \S+ \S+ \[\d+\] )?(?<level>LOG|WARNING|ERROR|FATAL|PANIC|DETAIL|HINT|CONTEXT|STATEMENT):  ?(?<text>.*)\z")]
    private static partial Regex MessagePattern();

    [GeneratedRegex("unrecognized configuration parameter|invalid value for parameter|is outside the valid range|syntax error in file|could not bind|requires a Boolean")]
    private static partial Regex ConfigurationPattern();
}
