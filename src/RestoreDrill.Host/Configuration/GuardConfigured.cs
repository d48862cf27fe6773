using RestoreDrill.Core.Terraform;

namespace RestoreDrill.Host.Configuration;

/// <summary>What <c>terraform-guard</c> needs of the configuration: account ids, databases, its own section. No store, no credentials.</summary>
internal sealed record GuardConfigured
{
    /// <summary>Full path of the configuration file.</summary>
    public required string File { get; init; }

    public required GuardOptions Options { get; init; }

    /// <summary><c>restoredrill-source</c>, where it is configured and can be used; null: AWS is not asked.</summary>
    public RoleAccess? Source { get; init; }

    /// <summary>Why AWS is not asked; null where it is.</summary>
    public string? WhyNoSource { get; init; }
}
