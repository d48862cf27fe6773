namespace RestoreDrill.Core.Copying;

/// <summary>What is said of a lock without having asked for one.</summary>
internal static class LockWords
{
    /// <summary>What words about a lock that holds begin with.</summary>
    public const string HoldsPrefix = "holds: ";

    /// <summary>What words about a lock that does not hold begin with.</summary>
    public const string BrokenPrefix = "broken: ";

    /// <summary>Of a copy of route <c>rds-snapshot</c>.</summary>
    public const string OfSnapshot = "broken: route rds-snapshot, a manual snapshot has no lock";

    /// <summary>Of a lock that was not looked at yet.</summary>
    public const string NotLookedAt = "not checkable from here: the lock was not looked at";
}
