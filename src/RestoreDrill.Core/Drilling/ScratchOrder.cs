namespace RestoreDrill.Core.Drilling;

/// <summary>Everything a scratch instance is restored with. Nothing is left to a default of RDS.</summary>
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
