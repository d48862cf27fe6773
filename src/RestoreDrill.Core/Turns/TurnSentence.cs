using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Turns;

/// <summary>What a run waits for, in one line.</summary>
internal static class TurnSentence
{
    public static string Of(Turn turn, int places, string what)
    {
        var held = turn.Holders.Count == 0 ? string.Empty : $" ({string.Join(", ", turn.Holders.Take(5).Select(Name))})";
        var ahead = turn.Ahead.Count == 0 ? string.Empty : $"; first come {string.Join(", ", turn.Ahead.Take(5).Select(Name))}";
        return places <= 0
            ? $"waits for its turn: all {what} of the budget are taken by instances that no drill of this store has: left behind, or another installation's. "
                + $"See what begins with rd-scratch- in the account, and runbooks/scratch-left-behind.md{ahead}"
            : $"waits for its turn: {turn.Holders.Count} of {places} {what} in use{held}{ahead}";
    }

    private static string Name(Run run) => $"{run.Id} of {run.Database} in {run.Phase}";
}
