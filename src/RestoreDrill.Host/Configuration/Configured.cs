using RestoreDrill.Core.Protection;
using RestoreDrill.Host.Service;

namespace RestoreDrill.Host.Configuration;

/// <summary>The configuration, read and checked as far as it can be without asking anybody.</summary>
internal sealed record Configured
{
    /// <summary>Full path of the configuration file.</summary>
    public required string File { get; init; }

    public required InstallationOptions Installation { get; init; }

    public required StoreConnection Store { get; init; }

    /// <summary>How the service listens and how often it looks; defaults where the configuration says nothing.</summary>
    public ServiceOptions Service { get; init; } = new();

    /// <summary><c>restoredrill-source</c>, in the source account.</summary>
    public required RoleAccess Source { get; init; }

    /// <summary><c>restoredrill-vault</c>, in the vault account.</summary>
    public required RoleAccess Vault { get; init; }

    /// <summary><c>restoredrill-drill</c>, in the vault account.</summary>
    public required RoleAccess Drill { get; init; }

    /// <summary><c>restoredrill-restore</c>, in the vault account, taken on by a person; null: no emergency restore is configured.</summary>
    public RoleAccess? Restore { get; init; }
}
