using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.GuardRails;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Facts;

/// <summary>How a drill of a copy ended, for whoever has nothing but the bucket.</summary>
public sealed record VerdictFact
{
    /// <summary>The form of the document; one of another form is not understood.</summary>
    public const string CurrentForm = "restoredrill/verdict/1";

    public string Form { get; init; } = CurrentForm;

    /// <summary>The protected database's name.</summary>
    public required string Database { get; init; }

    /// <summary>The copy's name.</summary>
    public required string CopyName { get; init; }

    public required string CopyArn { get; init; }

    /// <summary>The drill.</summary>
    public required RunId Drill { get; init; }

    /// <summary>When the verdict was given.</summary>
    public required DateTimeOffset ConcludedAt { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>The guard rails as they stood when the drill began; null: it did not look.</summary>
    public GuardRailFindings? GuardRails { get; init; }

    /// <summary>How long the restore took, for whoever has to do it again, until the verdict was given; null: written by a release that did not say.</summary>
    public DrillTimes? Times { get; init; }

    /// <summary>SHA-256 of the drill's evidence in our records, see <see cref="Evidence.EvidenceRecord"/>; null where it is written later.</summary>
    public string? EvidenceSha256 { get; init; }

    /// <summary>Reads a document whose digest is known to agree.</summary>
    /// <returns>The verdict; or null and why it cannot be understood.</returns>
    public static (VerdictFact? Verdict, string? Problem) Read(string document)
    {
        try
        {
            var verdict = CanonicalJson.Read<VerdictFact>(document);
            return verdict.Form == CurrentForm ? (verdict, null) : (null, $"it is of form {verdict.Form}, which this version of RestoreDrill does not know");
        }
        catch (InvalidDataException e)
        {
            return (null, e.Message);
        }
    }
}
