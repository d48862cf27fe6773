using RestoreDrill.Core.Terraform;
using RestoreDrill.Host.Configuration;

namespace RestoreDrill.Host.Guarding;

/// <summary><c>terraform-guard</c> for machines.</summary>
internal sealed record GuardDocument
{
    /// <summary>What was judged: a path, or <c>-</c>.</summary>
    public required string File { get; init; }

    public required string Configuration { get; init; }

    public required TerraformDocumentKind Kind { get; init; }

    public required string? FormatVersion { get; init; }

    public required string? TerraformVersion { get; init; }

    public required long? Serial { get; init; }

    public required string? Lineage { get; init; }

    public required GuardCounts Counts { get; init; }

    public required double MostDestroyed { get; init; }

    public required int FewDestroyed { get; init; }

    public required bool Refused { get; init; }

    public required IReadOnlyList<GuardRefusal> Refusals { get; init; }

    public required int RefusalsLeftOut { get; init; }

    public required IReadOnlyList<GuardNote> Notes { get; init; }

    public required int NotesLeftOut { get; init; }

    public required GuardStaleDocument Stale { get; init; }

    public static GuardDocument Of(string file, GuardConfigured configured, (GuardReading Reading, StaleReport Stale) verdict)
    {
        var (reading, stale) = verdict;
        IReadOnlyList<GuardRefusal> refusals = [.. reading.Refusals, .. stale.Refusals];
        return new GuardDocument
        {
            File = file,
            Configuration = configured.File,
            Kind = reading.Subject.Kind,
            FormatVersion = reading.Subject.FormatVersion,
            TerraformVersion = reading.Subject.TerraformVersion,
            Serial = reading.Subject.Serial,
            Lineage = reading.Subject.Lineage,
            Counts = reading.Counts,
            MostDestroyed = configured.Options.Terraform.MostDestroyed,
            FewDestroyed = configured.Options.Terraform.FewDestroyed,
            Refused = refusals.Count > 0,
            Refusals = refusals,
            RefusalsLeftOut = reading.RefusalsLeftOut,
            Notes = reading.Notes,
            NotesLeftOut = reading.NotesLeftOut,
            Stale = new GuardStaleDocument(stale.State, stale.Reason, stale.Checked, stale.NotChecked, stale.Elsewhere),
        };
    }
}
