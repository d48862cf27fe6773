namespace RestoreDrill.Core.GuardRails;

/// <summary>A property of the accounts that keeps copies out of reach.</summary>
/// <param name="Id">Stable, for example <c>vault-lock</c>.</param>
/// <param name="Says">What holds where it is not broken, in a sentence.</param>
/// <param name="ProtectsFrom">What can happen where it is broken.</param>
/// <param name="CheckedBy">What is asked, of whom.</param>
public sealed record GuardRail(string Id, string Says, string ProtectsFrom, string CheckedBy)
{
    /// <summary>Whether copies can go, or become unreadable, where it alone is broken: the state of every database is red then.</summary>
    public bool IsVital { get; init; }
}
