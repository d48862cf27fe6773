namespace RestoreDrill.Core.Drilling;

/// <summary>What differs from one scratch instance to another. Engine version, storage and master user are the copy's; what is the same for all of them stands in the restore request.</summary>
public sealed record ScratchOrder
{
    public required string Name { get; init; }

    /// <summary>The copy to restore, by name: the snapshot belongs to the vault account.</summary>
    public required string Copy { get; init; }

    public required string InstanceClass { get; init; }

    public required string SubnetGroup { get; init; }

    public required IReadOnlyList<string> SecurityGroups { get; init; }

    public required string ParameterGroup { get; init; }

    public required IReadOnlyDictionary<string, string> Tags { get; init; }
}
