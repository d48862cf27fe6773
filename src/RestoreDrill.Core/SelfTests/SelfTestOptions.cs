namespace RestoreDrill.Core.SelfTests;

/// <summary>When drills test themselves.</summary>
public sealed record SelfTestOptions
{
    /// <summary>How old a protected database's newest clean self-test may be before its next drill makes one; null: drills never test themselves. 7 days unless set.</summary>
    public TimeSpan? Every { get; init; } = TimeSpan.FromDays(7);
}
