using Spectre.Console;

namespace RestoreDrill.Host.Reporting;

/// <summary>
/// A table on a terminal that is too narrow for it: a line a row, and below it, faint, what would not fit. Lines wrap between words, so an
/// id stays whole and can be copied.
/// </summary>
internal static class StackedTable
{
    private const string Between = "  ";

    public static void Write(ReportBlock.Table table, IAnsiConsole console)
    {
        var first = table.Columns.Count - table.Below;
        var widths = Enumerable.Range(0, first).Select(column => table.Rows.Max(row => row[column].Text.Length)).ToList();
        foreach (var row in table.Rows)
        {
            var line = new Paragraph();
            for (var column = 0; column < first; column++)
            {
                var last = column == first - 1;
                line.Append(last ? row[column].Text : row[column].Text.PadRight(widths[column]), TerminalReportWriter.Styled(row[column].Tone));
                line.Append(last ? Environment.NewLine : Between);
            }

            console.Write(line);
            var below = row.Skip(first).Select(static cell => cell.Text).Where(static text => text is not ("" or "-")).ToList();
            if (below.Count > 0)
            {
                var text = new Text(string.Join(": ", below), TerminalReportWriter.Styled(Tone.Faint));
                console.Write(new Padder(text, new Padding(Between.Length, 0, 0, 0)));
            }
        }
    }
}
