namespace RestoreDrill.Core.Reading;

/// <summary>What is in a restored instance.</summary>
/// <param name="Databases">Every database, verified or not.</param>
/// <param name="Relations">Every relation that can hold rows, of every verified database, largest first.</param>
/// <param name="Hazards">What could act on the world.</param>
/// <param name="EarnedRights">What the drill granted itself in order to read, one sentence each.</param>
public sealed record InstanceInventory(
    IReadOnlyList<ListedDatabase> Databases,
    IReadOnlyList<ListedRelation> Relations,
    IReadOnlyList<Hazard> Hazards,
    IReadOnlyList<string> EarnedRights)
{
    /// <summary>What takes the earned rights back, as SQL for the master user, in the order to be given in.</summary>
    public IReadOnlyList<string> TakeBack { get; init; } = [];
}
