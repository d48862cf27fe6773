namespace RestoreDrill.Core.SelfTests;

/// <summary>What the drill's own checks say of an object, as the scratch instance is now.</summary>
/// <param name="SeenBy">Ids of the checks that name the object.</param>
/// <param name="Unseen">Ids of the checks that have to name it when it is damaged, and do not.</param>
/// <param name="Problem">Why one of them could not say; null: each did.</param>
public sealed record FaultSighting(IReadOnlyList<string> SeenBy, IReadOnlyList<string> Unseen, string? Problem = null);
