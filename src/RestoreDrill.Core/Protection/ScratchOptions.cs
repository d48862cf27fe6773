namespace RestoreDrill.Core.Protection;

/// <summary>What scratch instances are restored with.</summary>
public sealed record ScratchOptions
{
    public required string InstanceClass { get; init; }

    /// <summary>A subnet group without a way out.</summary>
    public required string SubnetGroup { get; init; }

    public required IReadOnlyList<string> SecurityGroups { get; init; }

    /// <summary>
    /// RestoreDrill's own DB parameter group; <c>{family}</c> stands for the engine family, for example <c>restoredrill-{family}</c> for
    /// <c>restoredrill-postgres15</c>.
    /// </summary>
    public required string ParameterGroup { get; init; }

    /// <summary>PEM file of the certificate authority that signs RDS's server certificates in the vault's region.</summary>
    public required string RootCertificate { get; init; }
}
