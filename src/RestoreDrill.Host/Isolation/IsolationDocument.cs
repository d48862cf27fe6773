using RestoreDrill.Isolation;

namespace RestoreDrill.Host.Isolation;

/// <summary>How the isolation stands, for machines.</summary>
internal sealed record IsolationDocument
{
    public required string Installation { get; init; }

    public required string SourceAccount { get; init; }

    public required string VaultAccount { get; init; }

    /// <summary>How <c>apply</c> ended; null where nothing was applied.</summary>
    public required ApplyEnd? Applied { get; init; }

    public required int Done { get; init; }

    public required int ToDo { get; init; }

    public required int NeedsPerson { get; init; }

    public required int NotLookedAt { get; init; }

    public required IReadOnlyList<IsolationItemDocument> Items { get; init; }

    public static IsolationDocument Of(IsolationOptions options, IsolationPlan plan, ApplyEnd? applied) => new()
    {
        Installation = options.Installation,
        SourceAccount = options.SourceAccount,
        VaultAccount = options.VaultAccount,
        Applied = applied,
        Done = Count(plan, ItemState.Done),
        ToDo = Count(plan, ItemState.ToDo),
        NeedsPerson = Count(plan, ItemState.NeedsPerson),
        NotLookedAt = Count(plan, ItemState.NotLookedAt),
        Items = [.. plan.Items.Select(IsolationItemDocument.Of)],
    };

    private static int Count(IsolationPlan plan, ItemState state) => plan.Items.Count(item => item.Look.State == state);
}
