using RestoreDrill.Host.Reporting;
using RestoreDrill.Host.Tests.Fakes;
using Spectre.Console;

namespace RestoreDrill.Host.Tests.Reporting;

public sealed class NarrowTerminalTests
{
    private static readonly string Summary =
        "The copy restores: 12,345,678 rows of 210 tables were read, " + string.Join(", ", Enumerable.Range(1, 30).Select(static i => $"table_{i}")) + ".";

    [Fact]
    public void Narrow_terminal_gets_what_does_not_fit_below_its_row()
    {
        var text = Written(80);

        Approved.Equal("runs-80-columns.txt", text);
        Assert.All(text.Split('\n'), static line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public void Very_narrow_terminal_splits_no_id_and_no_outcome()
    {
        var text = Written(40);

        Assert.Contains("d00bbbbbbbb1", text, StringComparison.Ordinal);
        Assert.Contains("Inconclusive", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wide_terminal_gets_a_table()
    {
        Assert.Contains("╭", Written(1000), StringComparison.Ordinal);
    }

    private static string Written(int width)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(text), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = width;
        var report = new Report().Table(
            ["Run", "Outcome", "Kind", "Database", "Begun", "Took", "Level", "Summary"],
            [
                ["d00bbbbbbbb1", "Pass", "drill", "courses", "2026-03-01 10:00:00Z", "1 h 00 min", "restores", Summary],
                ["d00bbbbbbbb0", "Inconclusive", "drill", "courses", "2026-03-01 07:00:00Z", "58 min 12 s", "-", "The store did not answer."],
                ["c00aaaaaaaa1", "open", "copy run", "courses", "2026-03-01 02:00:00Z", "4.2 s", "-", "checking: "],
            ],
            below: 2);
        TerminalReportWriter.Write(report, console);
        return string.Join('\n', text.ToString().Split('\n').Select(static line => line.TrimEnd()));
    }
}
