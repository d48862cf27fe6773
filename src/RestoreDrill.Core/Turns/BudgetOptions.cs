namespace RestoreDrill.Core.Turns;

/// <summary>How much may be under way at once. What does not fit waits its turn.</summary>
public sealed record BudgetOptions
{
    /// <summary>At most so many scratch instances at once in the vault account and region; 2 unless set.</summary>
    public int ScratchInstances { get; init; } = 2;

    /// <summary>At most so many copy runs at once; 4 unless set. (RDS allows 20 snapshot copies into a region at once, by default.)</summary>
    public int CopyRuns { get; init; } = 4;

    /// <summary>A scratch instance older than this is removed, whatever its drill does; 1 day unless set.</summary>
    public TimeSpan ScratchAge { get; init; } = TimeSpan.FromDays(1);

    /// <summary>The largest size a scratch instance may have, for example <c>2xlarge</c>; null: any.</summary>
    public string? LargestSize { get; init; }
}
