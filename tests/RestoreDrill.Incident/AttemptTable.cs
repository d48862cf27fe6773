using RestoreDrill.Incident.Destruction;

namespace RestoreDrill.Incident;

/// <summary>Attempts as people read them: a line for each action, a column for each who tried.</summary>
internal static class AttemptTable
{
    public static IEnumerable<string> Lines(IReadOnlyList<Attempt> attempts)
    {
        var who = attempts.Select(static attempt => attempt.By).Distinct().ToList();
        List<List<string>> rows = [["action", "what", .. who]];
        rows.AddRange(attempts.GroupBy(static attempt => (attempt.Action.Name, attempt.Action.What)).Select(group => (List<string>)
            [group.Key.Name, group.Key.What, .. who.Select(name => Words(group.FirstOrDefault(attempt => attempt.By == name)))]));
        var widths = rows[0].Select((_, column) => rows.Max(row => row[column].Length)).ToList();
        return rows.Select(row => string.Join("  ", row.Select((text, column) => text.PadRight(widths[column]))).TrimEnd());
    }

    private static string Words(Attempt? attempt) => attempt switch
    {
        null => "-",
        { Refused: null } => "DONE",
        { Refused: { } rule } => rule,
    };
}
