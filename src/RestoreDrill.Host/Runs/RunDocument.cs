using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Host.Runs;

/// <summary>A run, for machines.</summary>
internal sealed record RunDocument
{
    public required string Id { get; init; }

    public required RunKind Kind { get; init; }

    public required string Database { get; init; }

    public required string Trigger { get; init; }

    /// <summary>The service's job that carries it; null: a command drives it.</summary>
    public required string? Job { get; init; }

    public required string Phase { get; init; }

    public required DateTimeOffset PhaseSince { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Null while the run is open.</summary>
    public required RunOutcome? Outcome { get; init; }

    public required string? Level { get; init; }

    public required string? Summary { get; init; }

    public required string? Defect { get; init; }

    public required string? Note { get; init; }

    public required int Troubles { get; init; }

    /// <summary>That the proof of the run's copy was revoked: an <see cref="Outcome"/> that is a pass counts no more. Null: it stands, or the run has no copy.</summary>
    public required RevocationDocument? Revocation { get; init; }

    public static RunDocument Of(Run run, RevokedCopies revoked) => Of(run, revoked.Of(run));

    public static RunDocument Of(Run run, Revocation? revocation) => new()
    {
        Id = run.Id.Value,
        Kind = run.Kind,
        Database = run.Database,
        Trigger = run.Trigger,
        Job = run.Job,
        Phase = run.Phase,
        PhaseSince = run.PhaseSince,
        CreatedAt = run.CreatedAt,
        FinishedAt = run.FinishedAt,
        Outcome = run.Outcome,
        Level = run.Level,
        Summary = run.Summary,
        Defect = run.Defect,
        Note = run.Note,
        Troubles = run.Troubles,
        Revocation = RevocationDocument.Of(revocation),
    };
}
