namespace RestoreDrill.Isolation;

/// <summary>Every part of the isolation in the order in which they are made, each as it stands.</summary>
/// <param name="Items">The parts.</param>
public sealed record IsolationPlan(IReadOnlyList<IsolationItem> Items)
{
    /// <summary>Whether everything is as it should be.</summary>
    public bool IsDone => Items.All(static item => item.Look.State == ItemState.Done);

    /// <summary>Whether a person has to act before anything can be made.</summary>
    public bool NeedsPerson => Items.Any(static item => item.Look.State == ItemState.NeedsPerson);
}
