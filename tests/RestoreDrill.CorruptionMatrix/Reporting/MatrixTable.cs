using System.Text;
using RestoreDrill.CorruptionMatrix.Faults;

namespace RestoreDrill.CorruptionMatrix.Reporting;

/// <summary>The matrix as Markdown.</summary>
internal static class MatrixTable
{
    public static string Of(MatrixResult result)
    {
        var modes = result.Options.Modes;
        var table = new StringBuilder();
        table.Append("| fault |").AppendJoin("", modes.Select(static mode => $" {mode.Name} |")).Append(" caught by | missed by | later drill |\n");
        table.Append("| --- |").AppendJoin("", modes.Select(static _ => " --- |")).Append(" --- | --- | --- |\n");
        foreach (var fault in result.Faults.GroupBy(static one => one.Case))
        {
            var byMode = fault.ToDictionary(static one => one.Mode);
            table.Append($"| {fault.Key.Title} |").AppendJoin("", modes.Select(mode => $" {Word(byMode.GetValueOrDefault(mode)?.Judgement)} |"));
            table.Append($" {List(fault.SelectMany(static one => one.CaughtBy))} | {List(Missed(fault))} | {Words(fault.Select(static one => one.LaterJudgement))} |\n");
        }

        return table.Append($"\n{result.LastLine}\n").ToString();
    }

    // A check missed the fault if it never said anything about it.
    private static IEnumerable<string> Missed(IEnumerable<FaultResult> fault)
    {
        var all = fault.ToList();
        return all.SelectMany(static one => one.MissedBy).Except(all.SelectMany(static one => one.CaughtBy));
    }

    private static string List(IEnumerable<string> checks)
    {
        var text = string.Join(", ", checks.Distinct().Order(StringComparer.Ordinal));
        return text.Length == 0 ? "-" : text;
    }

    private static string Words(IEnumerable<Judgement?> catches) => string.Join(", ", catches.Select(Word).Distinct());

    private static string Word(Judgement? judgement) => judgement switch
    {
        Judgement.Caught => "caught",
        Judgement.Prevented => "no pass",
        Judgement.Unnamed => "**not named**",
        Judgement.Missed => "**missed**",
        _ => "-",
    };
}
