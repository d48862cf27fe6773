using RestoreDrill.Host.Reporting;
using RestoreDrill.Isolation;

namespace RestoreDrill.Host.Isolation;

/// <summary>How the isolation stands, for people.</summary>
internal static class IsolationReport
{
    public static Report Of(IsolationDocument document)
    {
        var report = new Report().Facts(("installation", document.Installation), ("source account", document.SourceAccount), ("vault account", document.VaultAccount));
        report.Heading("Isolation").Table(["Part", "Account", "State", "Found"], document.Items.Select(Row), below: 3);
        var changes = document.Items.Where(static item => item.Changes.Count > 0).ToList();
        if (changes.Count > 0)
        {
            report.Heading("What is to be done").Table(["Part", "By", "What"], changes.SelectMany(Changes));
        }

        foreach (var item in document.Items.Where(static item => item is { State: ItemState.ToDo, Irreversible: not null }))
        {
            report.Line($"{item.Id} CANNOT BE UNDONE: {item.Irreversible}.", Tone.Warning);
        }

        return Conclude(report, document);
    }

    private static Report Conclude(Report report, IsolationDocument document) => document switch
    {
        { Applied: ApplyEnd.NotConfirmed } => report.Line("Nothing was changed: the account was not confirmed.", Tone.Warning),
        { Applied: ApplyEnd.IrreversibleNotConfirmed } => report.Line(
            "Not finished: what cannot be undone was not confirmed, and what comes after it was not made. `restoredrill isolation apply` goes on.", Tone.Warning),
        { NeedsPerson: > 0 } => report.Line(
            $"{Words.Of(document.NeedsPerson, "part")} for a person to mend{(document.Applied is null ? "" : document.Applied == ApplyEnd.NeedsPerson ? "; nothing was changed" : "; what was made stays")}. Then `restoredrill isolation apply`.", Tone.Bad),
        { Applied: ApplyEnd.Stopped } => report.Line("Not finished: something is not as it was made. What was made stays; `restoredrill isolation apply` goes on.", Tone.Bad),
        { ToDo: > 0 } => report.Line($"{Words.Of(document.ToDo, "part")} to be made by `restoredrill isolation apply`, {document.Done} as it should be.", Tone.Warning),
        _ => report.Line($"All {document.Done} parts are as they should be. `restoredrill guard` looks at them from where the service runs.", Tone.Good),
    };

    private static IReadOnlyList<Cell> Row(IsolationItemDocument item) =>
    [
        item.Id,
        item.Account,
        item.State switch
        {
            ItemState.Done => new Cell("done", Tone.Good),
            ItemState.ToDo => new Cell("to do", Tone.Warning),
            ItemState.NeedsPerson => new Cell("NEEDS A PERSON", Tone.Bad),
            _ => new Cell("not looked at", Tone.Warning),
        },
        item.Found,
    ];

    private static IEnumerable<IReadOnlyList<Cell>> Changes(IsolationItemDocument item) =>
        item.Changes.Select(change => (IReadOnlyList<Cell>)[item.Id, item.State == ItemState.NeedsPerson ? new Cell("a person", Tone.Bad) : "apply", change]);
}
