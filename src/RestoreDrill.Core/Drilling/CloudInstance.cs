namespace RestoreDrill.Core.Drilling;

/// <summary>An instance in the account that copies are restored in, as AWS describes it; a run's own only if <see cref="InstanceOwnership"/> says so.</summary>
public sealed record CloudInstance
{
    public required string Name { get; init; }

    public required string Arn { get; init; }

    /// <summary>DBInstanceStatus; unknown statuses survive.</summary>
    public required string Status { get; init; }

    /// <summary>Null until the instance has an endpoint.</summary>
    public string? Host { get; init; }

    public int Port { get; init; }

    public required string MasterUser { get; init; }

    public required string EngineVersion { get; init; }

    public required string InstanceClass { get; init; }

    /// <summary>When RDS created it (InstanceCreateTime); null while it is being created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Whether a new master password is waiting to be applied (PendingModifiedValues).</summary>
    public bool PasswordPending { get; init; }

    public bool DeletionProtection { get; init; }

    /// <summary>Its DB parameter group, by name; null where AWS does not say.</summary>
    public string? ParameterGroup { get; init; }

    /// <summary>How far that group is in force: <c>in-sync</c>, <c>applying</c> or <c>pending-reboot</c>; null where AWS does not say.</summary>
    public string? ParameterStatus { get; init; }

    public bool PubliclyAccessible { get; init; }

    public required IReadOnlyDictionary<string, string> Tags { get; init; }

    public bool IsAvailable => Status == "available";
}
