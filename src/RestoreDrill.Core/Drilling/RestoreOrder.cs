namespace RestoreDrill.Core.Drilling;

/// <summary>
/// What an instance is restored with. Engine version, storage, option group and master user are the copy's; what is the same for every restore stands in the request. What a drill does
/// not ask for is off: a scratch instance is cheap, alone, and can be removed.
/// </summary>
public sealed record RestoreOrder
{
    public required string Name { get; init; }

    /// <summary>The copy to restore, by name: the snapshot belongs to the vault account.</summary>
    public required string Copy { get; init; }

    public required string InstanceClass { get; init; }

    public required string SubnetGroup { get; init; }

    public required IReadOnlyList<string> SecurityGroups { get; init; }

    /// <summary>RestoreDrill's own, which keeps the restored database from acting on the world; in an emergency until the hand-over.</summary>
    public required string ParameterGroup { get; init; }

    public bool MultiAz { get; init; }

    public bool DeletionProtection { get; init; }

    /// <summary>Days, 0 to 35; 0: no automated backups.</summary>
    public int BackupRetentionDays { get; init; }

    public bool IamAuthentication { get; init; }

    public required IReadOnlyDictionary<string, string> Tags { get; init; }
}
