using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Protection;

namespace RestoreDrill.Host.Runs;

/// <summary>What a copy run came to, for machines.</summary>
internal sealed record CopyDocument
{
    public required string? Name { get; init; }

    public required string? Arn { get; init; }

    public required string? SourceInstance { get; init; }

    public required string? EngineVersion { get; init; }

    /// <summary>The moment of the data in the copy.</summary>
    public required DateTimeOffset? DataTime { get; init; }

    public required double? SnapshotSeconds { get; init; }

    public required double? CopySeconds { get; init; }

    public required string? FactsSha256 { get; init; }

    public required CopyRoute Route { get; init; }

    public required string Lock { get; init; }

    /// <summary>When AWS Backup removes the copy; null: never.</summary>
    public required DateTimeOffset? DeleteAt { get; init; }

    public static CopyDocument Of(CopyState state) => new()
    {
        Name = state.CopyName,
        Arn = state.CopyArn,
        SourceInstance = state.Source?.Arn,
        EngineVersion = state.Source?.EngineVersion,
        DataTime = state.Facts?.DataTime,
        SnapshotSeconds = (state.SnapshotAvailableAt - state.SnapshotAskedAt)?.TotalSeconds,
        CopySeconds = (state.CopyAvailableAt - state.CopyAskedAt)?.TotalSeconds,
        FactsSha256 = state.FactsDigest,
        Route = state.Route,
        Lock = state.Lock,
        DeleteAt = state.DeleteAt,
    };
}
