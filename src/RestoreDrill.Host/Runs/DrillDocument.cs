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

    /// <summary>Only in an emergency and in a drill of one: until the instance ran under its real parameter group.</summary>
    public required double? HandedOverSeconds { get; init; }

    /// <summary>What <see cref="FullyReadSeconds"/> is measured against; null where it is not.</summary>
    public required double? RtoTargetSeconds { get; init; }

    /// <summary>Null until the drill has its verdict.</summary>
    public required RunOutcome? Verdict { get; init; }

    public required VerdictLevel? Level { get; init; }

    public required string? Sentence { get; init; }

    public required string AgainstSource { get; init; }

    /// <summary>Null: there is no earlier copy to compare with.</summary>
    public required string? AgainstEarlier { get; init; }

    public required IReadOnlyList<CheckDocument> Checks { get; init; }

    /// <summary>How each relation's rows compare with the source's; null until the drill has come to findings, or where it did not.</summary>
    public required SourceProof? Source { get; init; }

    /// <summary>How the copy compares with earlier ones; null: they are not compared.</summary>
    public required ChainDocument? Chain { get; init; }

    /// <summary>How the drill tested itself, or why it did not; null: that was not decided.</summary>
    public required SelfTestDocument? SelfTest { get; init; }

    public required VerdictCounts? Counts { get; init; }

    public required IReadOnlyList<Coverage> Databases { get; init; }

    public required IReadOnlyList<Hazard> Hazards { get; init; }

    public required IReadOnlyList<string> EarnedRights { get; init; }

    public required string? ReadingsSha256 { get; init; }

    public required string Lock { get; init; }

    /// <summary>When AWS Backup removes the copy; null: never, or not known.</summary>
    public required DateTimeOffset? DeleteAt { get; init; }

    /// <summary>The guard rails as they stood when the drill began; null: it did not look.</summary>
    public required DrilledGuardRails? GuardRails { get; init; }

    public static DrillDocument Of(DrillState state, RunDetails details) => new()
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
        HandedOverSeconds = state.Times.ToHandedOver?.TotalSeconds,
        RtoTargetSeconds = (state.Rehearsal?.RtoTarget ?? state.Plan?.RtoTarget)?.TotalSeconds,
        Verdict = state.Verdict?.Outcome,
        Level = state.Verdict?.Level,
        Sentence = state.Verdict?.Sentence,
        AgainstSource = state.Verdict?.AgainstSource ?? "not judged",
        AgainstEarlier = state.Verdict?.AgainstEarlier,
        Checks = [.. (state.Verdict?.Checks ?? []).Select(CheckDocument.Of)],
        Source = SourceProof.Of(details),
        Chain = state.Chain is { } chain ? ChainDocument.Of(chain, details.Compared) : null,
        SelfTest = state.SelfTest is { } stand ? SelfTestDocument.Of(stand) : null,
        Counts = state.Verdict?.Counts,
        Databases = Coverage.Of(state, details.Readings),
        Hazards = state.Inventory?.Hazards ?? [],
        EarnedRights = state.Inventory?.EarnedRights ?? [],
        ReadingsSha256 = state.Verdict?.ReadingsSha256,
        Lock = state.Lock,
        DeleteAt = state.DeleteAt,
        GuardRails = state.GuardRails is { } findings ? DrilledGuardRails.Of(findings) : null,
    };
}
