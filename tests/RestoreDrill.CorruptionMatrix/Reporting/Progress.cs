using System.Text.Json;
using RestoreDrill.CorruptionMatrix.Faults;
using RestoreDrill.CorruptionMatrix.Sites;

namespace RestoreDrill.CorruptionMatrix.Reporting;

/// <summary>
/// What an interrupted run had found, so that the next one goes on: an hour of drills is not lost with its last minute. Counts only for the very sources that it was
/// found with, and for drills of the same kind.
/// </summary>
internal sealed class Progress
{
    private readonly string? _file;
    private readonly Dictionary<string, Found> _found = [];

    private Progress(string? file) => _file = file;

    /// <summary>Nothing is kept where the sources are not known, as with changes that are not committed.</summary>
    /// <param name="sources">What identifies the sources; null: nothing does.</param>
    /// <param name="laterDrills">Whether each fault is drilled twice.</param>
    public static Progress Of(string? sources, bool laterDrills)
    {
        if (sources is null)
        {
            return new Progress(null);
        }

        var progress = new Progress(Path.Combine(Artifacts.Folder, "progress", $"{sources}{(laterDrills ? "" : "-first")}.jsonl"));
        Directory.CreateDirectory(Path.GetDirectoryName(progress._file)!);
        if (File.Exists(progress._file))
        {
            foreach (var line in File.ReadAllLines(progress._file).Where(static line => line.EndsWith('}')))
            {
                var found = JsonSerializer.Deserialize<Found>(line, Artifacts.Line)!;
                progress._found[Key(found.Mode, found.Fault)] = found;
            }
        }

        return progress;
    }

    public FaultResult? Of(FaultCase fault, MatrixMode mode) =>
        _found.GetValueOrDefault(Key(mode.Name, fault.Name)) is { } found ? new FaultResult(fault, mode, found.Done, found.First, found.Later) : null;

    public void Keep(FaultResult result)
    {
        // What no drill judged is tried again.
        if (_file is not null && result.First.Outcome != "none" && result.Later?.Outcome != "none")
        {
            File.AppendAllText(_file, JsonSerializer.Serialize(new Found(result.Mode.Name, result.Case.Name, result.Done, result.First, result.Later), Artifacts.Line) + "\n");
        }
    }

    private static string Key(string mode, string fault) => $"{mode} {fault}";

    private sealed record Found(string Mode, string Fault, string Done, DrillVerdict First, DrillVerdict? Later);
}
