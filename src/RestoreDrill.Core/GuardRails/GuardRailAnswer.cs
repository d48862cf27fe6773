namespace RestoreDrill.Core.GuardRails;

/// <summary>What a look at one guard rail gave.</summary>
/// <param name="Rail">The guard rail's id.</param>
/// <param name="State">The answer.</param>
/// <param name="Found">The evidence, in a sentence; where it cannot be checked, why.</param>
public sealed record GuardRailAnswer(string Rail, GuardRailState State, string Found)
{
    /// <summary>The protected database that it is about; null: the accounts.</summary>
    public string? Database { get; init; }

    public static GuardRailAnswer Holds(GuardRail rail, string found) => Of(rail, GuardRailState.Holds, found);

    public static GuardRailAnswer Broken(GuardRail rail, string found) => Of(rail, GuardRailState.Broken, found);

    public static GuardRailAnswer NotCheckable(GuardRail rail, string why) => Of(rail, GuardRailState.NotCheckable, why);

    /// <summary>Holds where there is nothing wrong; else broken, with all that is.</summary>
    public static GuardRailAnswer Judge(GuardRail rail, IReadOnlyList<string> wrong, string right)
    {
        ArgumentNullException.ThrowIfNull(wrong);
        return wrong.Count == 0 ? Holds(rail, right) : Broken(rail, string.Join("; ", wrong));
    }

    private static GuardRailAnswer Of(GuardRail rail, GuardRailState state, string found)
    {
        ArgumentNullException.ThrowIfNull(rail);
        return new GuardRailAnswer(rail.Id, state, found);
    }
}
