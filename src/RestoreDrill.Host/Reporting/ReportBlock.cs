namespace RestoreDrill.Host.Reporting;

/// <summary>A part of a report.</summary>
internal abstract record ReportBlock
{
    /// <summary>A heading above what follows.</summary>
    public sealed record Heading(string Text) : ReportBlock;

    /// <summary>A line of text.</summary>
    public sealed record Line(Cell Text) : ReportBlock;

    /// <summary>Names and values, one pair a line.</summary>
    public sealed record Facts(IReadOnlyList<(string Name, Cell Value)> Pairs) : ReportBlock;

    /// <summary>A table; every row has as many cells as there are columns. The last <paramref name="Below"/> of them go below their row on a narrow terminal.</summary>
    public sealed record Table(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows, int Below) : ReportBlock;
}
