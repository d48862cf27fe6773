namespace RestoreDrill.Host.Reporting;

/// <summary>Writes a report as plain lines: no colour, no borders, nothing cut off or wrapped, so that it can be searched and mailed.</summary>
internal static class PlainReportWriter
{
    public static void Write(Report report, TextWriter writer)
    {
        var first = true;
        foreach (var block in report.Blocks)
        {
            switch (block)
            {
                case ReportBlock.Heading heading:
                    if (!first)
                    {
                        writer.WriteLine();
                    }

                    writer.WriteLine(heading.Text);
                    break;
                case ReportBlock.Line line:
                    writer.WriteLine(line.Text.Text);
                    break;
                case ReportBlock.Facts facts:
                    Rows(writer, facts.Pairs.Select(static pair => (IReadOnlyList<string>)[pair.Name + ":", pair.Value.Text]));
                    break;
                case ReportBlock.Table table:
                    Rows(writer, [[.. table.Columns.Select(static column => column.ToUpperInvariant())], .. table.Rows.Select(Texts)]);
                    break;
            }

            first = false;
        }
    }

    private static IReadOnlyList<string> Texts(IReadOnlyList<Cell> cells) => [.. cells.Select(static cell => cell.Text)];

    private static void Rows(TextWriter writer, IEnumerable<IReadOnlyList<string>> rows)
    {
        var all = rows.Select(static row => row.Select(static text => text.ReplaceLineEndings(" ")).ToList()).ToList();
        var widths = Enumerable.Range(0, all[0].Count).Select(column => all.Max(row => row[column].Length)).ToList();
        foreach (var row in all)
        {
            writer.WriteLine(string.Concat(row.Select((text, column) => text.PadRight(widths[column] + 2))).TrimEnd());
        }
    }
}
