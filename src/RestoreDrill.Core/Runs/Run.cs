namespace RestoreDrill.Core.Runs;

/// <summary>A copy run, a drill or an emergency restore: one row, one state machine. What a step knows of earlier steps is in here and nowhere else.</summary>
public sealed record Run
{
    public required RunId Id { get; init; }

    public required RunKind Kind { get; init; }

    /// <summary>The protected database's name in the configuration.</summary>
    public required string Database { get; init; }

    /// <summary>Who or what asked for the run, for example <c>cli:maria@laptop</c>.</summary>
    public required string Trigger { get; init; }

    /// <summary>Whether a person asked for the run; false: the schedule.</summary>
    public bool Asked { get; init; } = true;

    /// <summary>The scheduled moment that the run stands for; null: none.</summary>
    public DateTimeOffset? Occurrence { get; init; }

    /// <summary>The scheduler's job that carries the steps out; null: a process drives the run by itself.</summary>
    public string? Job { get; init; }

    /// <summary>When the run got its turn within the budget; null: it waits for it.</summary>
    public DateTimeOffset? TurnAt { get; init; }

    public required string Phase { get; init; }

    /// <summary>When the phase was entered (the store's clock).</summary>
    public required DateTimeOffset PhaseSince { get; init; }

    /// <summary>How much of the time since then nobody looked though a look was due: no process was there. It does not count against the phase's limit.</summary>
    public TimeSpan Unattended { get; init; }

    /// <summary>How often in a row a step of this phase met trouble that may pass; 0 after a step that went well.</summary>
    public required int Troubles { get; init; }

    /// <summary>The state machine's own state, JSON.</summary>
    public required string State { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When a step was last saved (the store's clock).</summary>
    public DateTimeOffset SavedAt { get; init; }

    /// <summary>Not before this moment is the next step due; null: at once.</summary>
    public DateTimeOffset? NextStepAt { get; init; }

    /// <summary>What the run waits for, or what it did last, in one line.</summary>
    public string? Note { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public RunOutcome? Outcome { get; init; }

    /// <summary>The outcome in one sentence.</summary>
    public string? Summary { get; init; }

    /// <summary>The verdict's level, drills and emergency restores only: <c>restores</c>, <c>unchanged</c> or <c>matches-source</c>.</summary>
    public string? Level { get; init; }

    /// <summary>What was left behind or could not be done though the outcome stands (a scratch instance that will not delete); null: nothing.</summary>
    public string? Defect { get; init; }
}
