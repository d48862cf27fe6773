namespace RestoreDrill.Core.Terraform;

/// <summary>What the guard has to know of the installation. No credentials, no store.</summary>
public sealed record GuardOptions
{
    /// <summary>Twelve digits: the account the protected databases live in.</summary>
    public required string SourceAccount { get; init; }

    /// <summary>The region they live in.</summary>
    public required string SourceRegion { get; init; }

    /// <summary>Twelve digits: the account that no pipeline may reach.</summary>
    public required string VaultAccount { get; init; }

    /// <summary>The bucket of the vault account that facts are put into: neither its ARN nor its name says whose it is. Null: none is configured.</summary>
    public string? VaultBucket { get; init; }

    /// <summary>The protected databases' instances.</summary>
    public required IReadOnlyList<GuardedInstance> Instances { get; init; }

    public TerraformOptions Terraform { get; init; } = new();
}
