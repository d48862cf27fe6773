namespace RestoreDrill.Core.Facts;

/// <summary>What protects a version.</summary>
/// <param name="Mode"><c>COMPLIANCE</c>, <c>GOVERNANCE</c>, or null for no retention.</param>
/// <param name="Until">When the retention ends; null where there is none.</param>
public sealed record FactLock(string? Mode, DateTimeOffset? Until)
{
    /// <summary>Whether nobody, an administrator included, can delete the version before that moment.</summary>
    public bool HoldsUntil(DateTimeOffset moment) => Mode == "COMPLIANCE" && Until >= moment;
}
