namespace RestoreDrill.Host.Reporting;

/// <summary>What a verb has to say to a person, before it is known whether a terminal or a file will show it.</summary>
internal sealed class Report
{
    private readonly List<ReportBlock> _blocks = [];

    public IReadOnlyList<ReportBlock> Blocks => _blocks;

    public Report Heading(string text) => Add(new ReportBlock.Heading(text));

    public Report Line(string text, Tone tone = Tone.Plain) => Add(new ReportBlock.Line(new Cell(text, tone)));

    /// <summary>Adds names and values; pairs whose value is null are left out.</summary>
    public Report Facts(params (string Name, Cell? Value)[] pairs)
    {
        var given = pairs.Where(static pair => pair.Value is not null).Select(static pair => (pair.Name, pair.Value!.Value)).ToList();
        return given.Count == 0 ? this : Add(new ReportBlock.Facts(given));
    }

    /// <summary>Adds a table; where it has no rows, it says so under its heading and adds nothing elsewhere.</summary>
    /// <param name="columns">The columns' headings.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="below">So many of the last columns go below their row where a terminal is too narrow for the whole table.</param>
    public Report Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<Cell>> rows, int below = 0)
    {
        var all = rows.ToList();
        return all.Count > 0 ? Add(new ReportBlock.Table(columns, all, below)) : _blocks is [.., ReportBlock.Heading] ? Line("(nothing)", Tone.Faint) : this;
    }

    private Report Add(ReportBlock block)
    {
        _blocks.Add(block);
        return this;
    }
}
