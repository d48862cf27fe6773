namespace RestoreDrill.Core.Runs;

/// <summary>Why a run is opened, and what keeps the same wish from opening two.</summary>
public sealed record RunRequest
{
    /// <summary>Who asks, recorded with the run, for example <c>cli:maria@laptop</c> or <c>schedule:drill:courses</c>.</summary>
    public required string Trigger { get; init; }

    /// <summary>Whether a person asks: such a run takes its turn before scheduled ones and is not held back by blackout windows.</summary>
    public required bool Asked { get; init; }

    /// <summary>When it was asked for (the store's clock); a run of the same kind and database that was opened since is the answer. Null: only an open run is.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>The scheduled moment that the run stands for; there is never more than one run of a kind and database for it. Null: none.</summary>
    public DateTimeOffset? Occurrence { get; init; }

    /// <summary>The scheduler's job that carries the run's steps out; null: none, a process does so by itself.</summary>
    public string? Job { get; init; }

    /// <summary>A person asks, at this moment, in a process that drives the run itself.</summary>
    public static RunRequest ByPerson(string trigger) => new() { Trigger = trigger, Asked = true };
}
