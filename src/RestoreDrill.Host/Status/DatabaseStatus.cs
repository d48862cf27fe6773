using RestoreDrill.Host.Runs;

namespace RestoreDrill.Host.Status;

/// <summary>How one protected database stands.</summary>
internal sealed record DatabaseStatus
{
    public required string Database { get; init; }

    /// <summary>Null: the database has runs, but is no longer in the configuration.</summary>
    public required string? Instance { get; init; }

    /// <summary>The latest copy run that gave a copy.</summary>
    public required RunDocument? LastCopy { get; init; }

    /// <summary>How long ago <see cref="LastCopy"/> finished.</summary>
    public required double? LastCopyAgeSeconds { get; init; }

    /// <summary>The latest drill that passed and whose copy's proof stands.</summary>
    public required RunDocument? LastProof { get; init; }

    public required double? LastProofAgeSeconds { get; init; }

    /// <summary>The latest drill that finished, whatever its verdict.</summary>
    public required RunDocument? LastDrill { get; init; }

    /// <summary>Available copies in the vault account; null: not checked.</summary>
    public required int? CopiesInVault { get; init; }

    /// <summary>The copy that holds what the source has lost; null: no drill found that it has lost anything.</summary>
    public required CopyToKeep? DoNotLetExpire { get; init; }

    /// <summary>Null: copies are not scheduled.</summary>
    public required NextRun? NextCopy { get; init; }

    /// <summary>Null: drills are not scheduled.</summary>
    public required NextRun? NextDrill { get; init; }

    public required IReadOnlyList<RunDocument> Open { get; init; }

    public required IReadOnlyList<DefectStatus> Defects { get; init; }

    /// <summary>What is not as it must be, one sentence each.</summary>
    public required IReadOnlyList<string> Red { get; init; }
}
