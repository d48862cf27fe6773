namespace RestoreDrill.Core.Protection;

/// <summary>How long things may take. The defaults suit AWS; the sandbox is quicker.</summary>
public sealed record TimingOptions
{
    /// <summary>How long between two looks at something that takes minutes; 30 s unless set.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest a snapshot or a copy may take; 12 hours unless set.</summary>
    public TimeSpan Copy { get; init; } = TimeSpan.FromHours(12);

    /// <summary>The longest a restore may take until available; 6 hours unless set.</summary>
    public TimeSpan Restore { get; init; } = TimeSpan.FromHours(6);

    /// <summary>The longest a new master password may take to be usable; 30 minutes unless set.</summary>
    public TimeSpan PasswordReset { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The longest the reading of the restored data may take; 12 hours unless set.</summary>
    public TimeSpan Verify { get; init; } = TimeSpan.FromHours(12);

    /// <summary>The longest the removal of a scratch instance may take; 1 hour unless set.</summary>
    public TimeSpan Remove { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The longest a run that is done in all else waits for the store of facts, keeping its place within the budget; 30 minutes unless set. The next run puts there what is missing.</summary>
    public TimeSpan Deposit { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The longest trouble that may pass (no answer, throttled, quota) is waited out in any other phase, and a source that was read and is away; 30 minutes unless set.</summary>
    public TimeSpan Trouble { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The longest a run may wait for its turn; 12 hours unless set.</summary>
    public TimeSpan Turn { get; init; } = TimeSpan.FromHours(12);

    /// <summary>How long a process keeps a run without a sign of life before another may take it over; 30 s unless set.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a running step waits for a store that does not answer; 15 minutes unless set.</summary>
    public TimeSpan StorePatience { get; init; } = TimeSpan.FromMinutes(15);
}
