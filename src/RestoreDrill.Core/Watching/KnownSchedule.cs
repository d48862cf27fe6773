namespace RestoreDrill.Core.Watching;

/// <summary>What the store knows of a recurring job's schedule.</summary>
/// <param name="Text">The schedule, as it was remembered.</param>
/// <param name="Since">Since when it is scheduled so (the store's clock).</param>
/// <param name="WatchedUntil">Until when it is known whether its runs happened (the store's clock); null: nobody has looked yet.</param>
public sealed record KnownSchedule(string Text, DateTimeOffset Since, DateTimeOffset? WatchedUntil);
