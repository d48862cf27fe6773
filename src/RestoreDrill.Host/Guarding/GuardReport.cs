using RestoreDrill.Core.Terraform;
using RestoreDrill.Host.Reporting;

namespace RestoreDrill.Host.Guarding;

/// <summary><c>terraform-guard</c> for people.</summary>
internal static class GuardReport
{
    public static Report Of(GuardDocument document)
    {
        var report = new Report().Facts(
            ("document", document.File == GuardInput.Standard ? "standard input" : document.File),
            ("what it is", What(document)),
            ("exist", document.Kind == TerraformDocumentKind.Unknown ? (Cell?)null : Words.Of(document.Counts.Existing, "managed resource")),
            ("would be", document.Kind == TerraformDocumentKind.Plan ? Changes(document.Counts) : (Cell?)null),
            ("ids held against AWS", Stale(document.Stale)));
        if (document.Refused)
        {
            report.Heading("Refused, because")
                .Table(["Rule", "Resource", "Attribute", "Change", "Why"], document.Refusals.Select(Row), below: 2);
            LeftOut(report, document.RefusalsLeftOut, "reason");
        }

        if (document.Notes.Count > 0)
        {
            report.Heading("To know").Table(["Resource", "What"], document.Notes.Select(static note => (IReadOnlyList<Cell>)[note.Resource ?? "-", note.Message]), below: 1);
            LeftOut(report, document.NotesLeftOut, "note");
        }

        return Conclude(report, document);
    }

    private static Report Conclude(Report report, GuardDocument document)
    {
        if (document.Refused)
        {
            return report
                .Line($"REFUSED: {Words.Of(document.Refusals.Count + document.RefusalsLeftOut, "reason")}. Do not apply. Nothing was changed.", Tone.Bad)
                .Line("next: runbooks/terraform-refused.md has an entry for each rule.");
        }

        var subject = document.Kind == TerraformDocumentKind.Plan ? "By this plan, nothing that is protected is destroyed or weakened." : "Nothing in this state is refused. Only a plan tells what would be destroyed.";
        return document.Stale.State == StaleState.Checked
            ? report.Line(subject, Tone.Good)
            : report.Line(subject, Tone.Good).Line($"Whether it is older than reality was {(document.Stale.State == StaleState.NotChecked ? "not checked" : "checked in part")}.", Tone.Warning);
    }

    private static Cell What(GuardDocument document) => document.Kind switch
    {
        TerraformDocumentKind.Plan => $"a plan, format {document.FormatVersion}, written by {Writer(document)}",
        TerraformDocumentKind.StateFile => $"a state file, version {document.FormatVersion}, written by {Writer(document)}, serial {document.Serial}, lineage {document.Lineage}",
        TerraformDocumentKind.ShownState => $"a state, format {document.FormatVersion}, written by {Writer(document)}",
        _ => new Cell("not a document that can be judged", Tone.Bad),
    };

    // Both write only their version.
    private static string Writer(GuardDocument document) => $"Terraform or OpenTofu {document.TerraformVersion ?? "of a version that is not said"}";

    private static Cell Changes(GuardCounts counts) =>
        $"{counts.Created} created, {counts.Updated} updated, {counts.Replaced} replaced, {counts.Deleted} destroyed, {counts.Forgotten} forgotten"
        + (counts.Destroyed == 0 ? "" : $" ({Words.Share(counts.DestroyedShare)} of what exists destroyed or replaced)");

    private static Cell Stale(GuardStaleDocument stale) => stale.State switch
    {
        StaleState.Checked => stale.Checked == 0 ? "none are named" : $"{Words.Of(stale.Checked, "id")} checked",
        StaleState.PartlyChecked => new Cell($"{Words.Of(stale.Checked, "id")} checked, {stale.NotChecked} not checked: {stale.Reason}", Tone.Warning),
        _ => new Cell($"not checked: {stale.Reason}", Tone.Warning),
    };

    private static IReadOnlyList<Cell> Row(GuardRefusal refusal) =>
    [
        new Cell(refusal.Rule, Tone.Bad),
        refusal.Resource ?? "(the document)",
        refusal.Attribute ?? "-",
        (refusal.Before, refusal.After) switch
        {
            (null, null) => "-",
            ({ } before, null) => before,
            (null, { } after) => after,
            var (before, after) => $"{before} -> {after}",
        },
        refusal.Message,
    ];

    private static void LeftOut(Report report, int number, string noun)
    {
        if (number > 0)
        {
            report.Line($"and {Words.Of(number, $"more {noun}")} not listed.");
        }
    }
}
