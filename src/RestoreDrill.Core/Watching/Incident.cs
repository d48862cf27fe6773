using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Watching;

/// <summary>Something that happened, or failed to happen, outside of a run. Recorded once, never changed.</summary>
public sealed record Incident
{
    /// <summary>What makes it the same incident: recorded again under the same key, it stays one.</summary>
    public required string Key { get; init; }

    public required IncidentKind Kind { get; init; }

    /// <summary>What it is about: a recurring job, a run, a scratch instance.</summary>
    public required string Subject { get; init; }

    /// <summary>What happened, what is safe, what to do next. No secrets.</summary>
    public required string Message { get; init; }

    /// <summary>The protected database; null: none.</summary>
    public string? Database { get; init; }

    public RunId? Run { get; init; }

    /// <summary>When it was recorded (the store's clock); set by the store.</summary>
    public DateTimeOffset At { get; init; }
}
