using Spectre.Console;

namespace RestoreDrill.Host.Reporting;

/// <summary>Writes a report for a person at a terminal.</summary>
internal static class TerminalReportWriter
{
    public static void Write(Report report, IAnsiConsole console)
    {
        foreach (var block in report.Blocks)
        {
            switch (block)
            {
                case ReportBlock.Heading heading:
                    console.WriteLine();
                    console.Write(new Text(heading.Text + Environment.NewLine, new Style(decoration: Decoration.Bold)));
                    break;
                case ReportBlock.Line line:
                    console.Write(new Text(line.Text.Text + Environment.NewLine, Styled(line.Text.Tone)));
                    break;
                case ReportBlock.Facts facts:
                    console.Write(Grid(facts));
                    break;
                case ReportBlock.Table { Below: > 0 } table when Width(table) > console.Profile.Width:
                    StackedTable.Write(table, console);
                    break;
                case ReportBlock.Table table:
                    console.Write(Table(table));
                    break;
            }
        }
    }

    public static Style Styled(Tone tone) => tone switch
    {
        Tone.Good => new Style(Color.Green),
        Tone.Warning => new Style(Color.Yellow),
        Tone.Bad => new Style(Color.Red, decoration: Decoration.Bold),
        Tone.Faint => new Style(decoration: Decoration.Dim),
        _ => Style.Plain,
    };

    /// <summary>How wide the table is with nothing wrapped: a border and two spaces for each column, and one border more.</summary>
    private static int Width(ReportBlock.Table table) =>
        Enumerable.Range(0, table.Columns.Count).Sum(column => 3 + Math.Max(table.Columns[column].Length, table.Rows.Max(row => row[column].Text.Length))) + 1;

    private static Grid Grid(ReportBlock.Facts facts)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        foreach (var (name, value) in facts.Pairs)
        {
            grid.AddRow(new Text(name, Styled(Tone.Faint)), new Text(value.Text, Styled(value.Tone)));
        }

        return grid;
    }

    private static Table Table(ReportBlock.Table block)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var column in block.Columns)
        {
            table.AddColumn(new TableColumn(new Text(column, new Style(decoration: Decoration.Bold))));
        }

        foreach (var row in block.Rows)
        {
            table.AddRow(row.Select(static cell => new Text(cell.Text, Styled(cell.Tone))));
        }

        return table;
    }
}
