using System.Text.RegularExpressions;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Tests.Verdicts;

/// <summary>The table "What each check means for the verdict" of docs/verification.md.</summary>
internal static partial class EffectTable
{
    private static readonly CheckOutcome[] Columns = [CheckOutcome.Failed, CheckOutcome.Errored, CheckOutcome.TimedOut, CheckOutcome.NotAvailable];

    /// <summary>By check and outcome, what the table promises. A check is its id, with what the row says behind it up to a colon: <c>user:&lt;name&gt; at level `Warn`</c>.</summary>
    public static IReadOnlyDictionary<(string Check, CheckOutcome Outcome), string> Read()
    {
        var rows = File.ReadLines(Path.Combine(Repository.Root, "docs", "verification.md"))
            .SkipWhile(static line => line != "## What each check means for the verdict")
            .SkipWhile(static line => !line.StartsWith('|')).TakeWhile(static line => line.StartsWith('|'))
            .Select(static line => line.Trim('|').Split('|').Select(static cell => cell.Trim()).ToArray()).ToList();
        Assert.Equal(["check", "failed", "errored", "timed out", "not available"], rows[0]);
        var cells = new Dictionary<(string, CheckOutcome), string>();
        foreach (var row in rows.Skip(2))
        {
            Assert.Equal(Columns.Length + 1, row.Length);
            var name = Name().Match(row[0]);
            Assert.True(name.Success, row[0]);
            foreach (var id in name.Groups["id"].Captures.Select(static capture => capture.Value))
            {
                for (var i = 0; i < Columns.Length; i++)
                {
                    cells.Add((id + name.Groups["where"].Value, Columns[i]), row[i + 1].Split(':')[0]);
                }
            }
        }

        return cells;
    }

    /// <summary>The id of a row without what it says behind it.</summary>
    public static string IdOf(string check) => check.Split(' ')[0];

    [GeneratedRegex("^(`(?<id>[^`]+)`(, )?)+(?<where>[^:]*)(:|$)")]
    private static partial Regex Name();
}
