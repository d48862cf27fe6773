using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.GuardRails;

/// <summary>Whom the guard rails' questions are put to.</summary>
public sealed record GuardRailPorts
{
    public required ISourceAccount Source { get; init; }

    public required IVaultAccount Vault { get; init; }

    /// <summary>What the vault account can be asked about its own isolation.</summary>
    public required IIsolation Isolation { get; init; }

    /// <summary>The store of facts; null: none is configured.</summary>
    public required IFactStore? Facts { get; init; }

    public required IStateBucket StateBucket { get; init; }

    public required IStateFiles StateFiles { get; init; }

    /// <summary>Our records.</summary>
    public required IRunStore Store { get; init; }
}
