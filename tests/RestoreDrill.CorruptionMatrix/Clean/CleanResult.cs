using System.Text.RegularExpressions;
using RestoreDrill.CorruptionMatrix.Sites;

namespace RestoreDrill.CorruptionMatrix.Clean;

/// <summary>A copy of a source that was written to, and its drill.</summary>
/// <param name="Disturbance">What else happened to the source while it was copied.</param>
/// <param name="Altered">The tables that were altered meanwhile, as <c>database.schema.table</c>; of a partitioned one each partition.</param>
/// <param name="Verdict">What the drill said.</param>
internal sealed partial record CleanResult(string Disturbance, IReadOnlyList<string> Altered, DrillVerdict Verdict)
{
    /// <summary>Whether the drill complains of something that is all right. It may leave open what was altered, by name, and nothing else.</summary>
    public bool IsFalseAlarm => Verdict.Outcome != "pass" && !(Verdict.Outcome == "inconclusive" && Named.Count > 0 && Named.All(IsAltered));

    /// <summary>The tables that the checks name which did not pass.</summary>
    public IReadOnlyList<string> Named =>
        [.. Verdict.Checks.Where(static check => !check.Passed).SelectMany(static check => Relation().Matches(check.Text)).Select(static match => match.Value).Distinct()];

    private bool IsAltered(string relation) => Altered.Any(altered => relation == altered || relation.StartsWith(altered + "_", StringComparison.Ordinal));

    [GeneratedRegex("""\b(?:courses|billing|postgres)\.(?:"[^"]+"|\w+)\.(?:"[^"]+"|\w+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Relation();
}
