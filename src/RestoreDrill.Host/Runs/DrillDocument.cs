using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Host.Runs;

/// <summary>What a drill came to, for machines.</summary>
internal sealed record DrillDocument
{
    public required CopySelection Selection { get; init; }

    public required string? CopyName { get; init; }

    public required string? CopyArn { get; init; }

    public required string? ScratchInstance { get; init; }

    /// <summary>The moment of the restored data.</summary>
    public required DateTimeOffset? DataTime { get; init; }

    /// <summary>RPO: how old the data was when the restore was asked for.</summary>
    public required double? RecoveryPointAgeSeconds { get; init; }

    /// <summary>RTO, in steps, each counted from the moment the restore was asked for.</summary>
    public required double? AcceptedSeconds { get; init; }

    public required double? AvailableSeconds { get; init; }

    public required double? FirstAnswerSeconds { get; init; }

    public required double? FullyReadSeconds { get; init; }

    /// <summary>Null until the drill has its verdict.</summary>
    public required RunOutcome? Verdict { get; init; }

    public required VerdictLevel? Level { get; init; }

    public required string? Sentence { get; init; }

    public required string AgainstSource { get; init; }

    public required IReadOnlyList<CheckDocument> Checks { get; init; }

    public required VerdictCounts? Counts { get; init; }

    public required IReadOnlyList<Coverage> Databases { get; init; }

    public required IReadOnlyList<Hazard> Hazards { get; init; }

    public required IReadOnlyList<string> EarnedRights { get; init; }

    public required string? ReadingsSha256 { get; init; }

    public required string Lock { get; init; }

    public static DrillDocument Of(DrillState state, IReadOnlyList<RelationReading> readings) => new()
    {
        Selection = state.Selection,
        CopyName = state.CopyName,
        CopyArn = state.CopyArn,
        ScratchInstance = state.Order?.Name,
        DataTime = state.Times.DataTime,
        RecoveryPointAgeSeconds = state.Times.RecoveryPointAge?.TotalSeconds,
        AcceptedSeconds = state.Times.ToAccepted?.TotalSeconds,
        AvailableSeconds = state.Times.ToAvailable?.TotalSeconds,
        FirstAnswerSeconds = state.Times.ToFirstAnswer?.TotalSeconds,
        FullyReadSeconds = state.Times.ToFullyRead?.TotalSeconds,
        Verdict = state.Verdict?.Outcome,
        Level = state.Verdict?.Level,
        Sentence = state.Verdict?.Sentence,
        AgainstSource = state.Verdict?.AgainstSource ?? "not judged",
        Checks = [.. (state.Verdict?.Checks ?? []).Select(CheckDocument.Of)],
        Counts = state.Verdict?.Counts,
        Databases = Coverage.Of(state, readings),
        Hazards = state.Inventory?.Hazards ?? [],
        EarnedRights = state.Inventory?.EarnedRights ?? [],
        ReadingsSha256 = state.Verdict?.ReadingsSha256,
        Lock = state.Lock,
    };
}
