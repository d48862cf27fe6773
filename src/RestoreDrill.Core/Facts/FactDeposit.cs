namespace RestoreDrill.Core.Facts;

/// <summary>What became of putting a fact.</summary>
/// <param name="Outcome">Whether it is there.</param>
/// <param name="Version">The version that counts for its key.</param>
/// <param name="Lock">What protects it; null where the fact is not there.</param>
/// <param name="Problem">Why this is not as it should be, in one sentence; null where it is.</param>
public sealed record FactDeposit(FactDepositOutcome Outcome, FactVersion? Version, FactLock? Lock, string? Problem)
{
    /// <summary>Whether the fact is there, and nobody can delete it before its time: only then is the step that puts it done.</summary>
    public bool IsKept => Outcome is FactDepositOutcome.Stored or FactDepositOutcome.AlreadyThere && Problem is null;
}
