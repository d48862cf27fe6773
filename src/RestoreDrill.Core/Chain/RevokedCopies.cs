using System.Text.Json;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Chain;

/// <summary>Which copies are proven no more. An outcome that is recorded stays; whoever counts a drill that passed asks here whether it still counts.</summary>
/// <param name="revocations">The revocations of one protected database or of several, oldest first.</param>
public sealed class RevokedCopies(IReadOnlyList<Revocation> revocations)
{
    private const string CopyArn = "copyArn";

    /// <summary>The first revocation of the proof of a run's copy; null: there is none, or the run ended before it had a copy.</summary>
    /// <param name="run">A drill or an emergency restore, of the copy that it restored, or a copy run, of the copy that it made.</param>
    public Revocation? Of(Run run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return revocations.Count == 0 || ArnOf(run) is not { } arn ? null : revocations.FirstOrDefault(one => one.CopyArn == arn);
    }

    /// <summary>The first revocation of the proof of a copy, by its name; null: there is none.</summary>
    public Revocation? OfCopy(string name) => revocations.FirstOrDefault(one => one.CopyName == name);

    /// <summary>Whether a run is a drill that passed and whose copy's proof stands.</summary>
    public bool IsProof(Run run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run is { Kind: RunKind.Drill, Outcome: RunOutcome.Pass } && Of(run) is null;
    }

    /// <summary>Only this member is read: another version may have written the rest.</summary>
    private static string? ArnOf(Run run)
    {
        using var state = JsonDocument.Parse(run.State);
        return state.RootElement.TryGetProperty(CopyArn, out var arn) ? arn.GetString() : null;
    }
}
