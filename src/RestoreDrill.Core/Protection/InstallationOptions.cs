using RestoreDrill.Core.Installation;

namespace RestoreDrill.Core.Protection;

/// <summary>The configuration as the domain knows it, checked.</summary>
public sealed record InstallationOptions
{
    public required InstallationId Installation { get; init; }

    public required SourceOptions Source { get; init; }

    public required VaultOptions Vault { get; init; }

    public required ScratchOptions Scratch { get; init; }

    public TimingOptions Timing { get; init; } = new();

    public required IReadOnlyList<ProtectedDatabase> Databases { get; init; }
}
