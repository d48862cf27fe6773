namespace RestoreDrill.Isolation;

/// <summary>What was found of one part of the isolation, and what is to be done about it.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Found">What is there now.</param>
/// <param name="Changes">What <c>apply</c> does; where a person has to act, what to do.</param>
/// <param name="Needs">The actions in the vault account that the changes take.</param>
public sealed record ItemLook(ItemState State, string Found, IReadOnlyList<string> Changes, IReadOnlyList<NeededAction> Needs)
{
    public static ItemLook Done(string found) => new(ItemState.Done, found, [], []);

    public static ItemLook ToDo(string found, IReadOnlyList<string> changes, params NeededAction[] needs) => new(ItemState.ToDo, found, changes, needs);

    public static ItemLook ToDo(string found, string change, params NeededAction[] needs) => new(ItemState.ToDo, found, [change], needs);

    public static ItemLook NeedsPerson(string found, params string[] whatToDo) => new(ItemState.NeedsPerson, found, whatToDo, []);

    public static ItemLook NotLookedAt(string why) => new(ItemState.NotLookedAt, why, [], []);
}
