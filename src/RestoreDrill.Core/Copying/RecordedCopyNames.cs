using RestoreDrill.Core.Json;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Copying;

/// <summary>The names of the copies that our records have.</summary>
internal static class RecordedCopyNames
{
    /// <summary>Those of the runs among these that ended with a copy, in their order.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Run> runs) =>
        [.. runs.Where(static run => run.Outcome == RunOutcome.Copied).Select(static run => CanonicalJson.Read<CopyState>(run.State).CopyName).OfType<string>()];
}
