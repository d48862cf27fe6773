using RestoreDrill.Core.Protection;

namespace RestoreDrill.Host.Configuration;

/// <summary>What an emergency restore needs of the configuration. No store, no access to the source account.</summary>
internal sealed record RestoreConfigured
{
    /// <summary>Full path of the configuration file.</summary>
    public required string File { get; init; }

    /// <summary>With <see cref="InstallationOptions.Restore"/>.</summary>
    public required InstallationOptions Options { get; init; }

    /// <summary><c>restoredrill-restore</c>, in the vault account, taken on by a person.</summary>
    public required RoleAccess Access { get; init; }

    /// <summary><c>restoredrill-restore-target</c>, in the account that is restored in where that is another one; null: it is the vault account.</summary>
    public required RoleAccess? Target { get; init; }
}
