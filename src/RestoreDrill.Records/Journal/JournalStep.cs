using RestoreDrill.Core.Runs;

namespace RestoreDrill.Records.Journal;

/// <summary>A saved step. A state can be large and changes little from step to step: only what is new of it is written.</summary>
/// <param name="Fence">The fence that it was saved under.</param>
/// <param name="Kept">How many characters of the state before the new one begins with.</param>
/// <param name="Change">All that the step changed; of its state, what follows after those.</param>
internal sealed record JournalStep(long Fence, int Kept, RunChange Change)
{
    /// <summary>A step as it is written.</summary>
    /// <param name="fence">The fence that it is saved under.</param>
    /// <param name="before">The state before it.</param>
    /// <param name="change">All that it changes.</param>
    public static JournalStep Of(long fence, string before, RunChange change)
    {
        var kept = before.AsSpan().CommonPrefixLength(change.State);
        if (kept > 0 && char.IsHighSurrogate(before[kept - 1]))
        {
            kept--;
        }

        return new JournalStep(fence, kept, change with { State = change.State[kept..] });
    }

    /// <summary>All that the step changed, its state whole.</summary>
    public RunChange ChangeAfter(string before) => Change with { State = before[..Kept] + Change.State };
}
