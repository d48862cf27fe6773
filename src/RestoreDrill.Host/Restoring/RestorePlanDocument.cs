using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Restoring;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Host.Restoring;

/// <summary>A plan of an emergency restore, for machines.</summary>
internal sealed record RestorePlanDocument
{
    public required string Database { get; init; }

    /// <summary>Whether there is a proven copy of the data that was asked for.</summary>
    public required bool HasProvenCopy { get; init; }

    /// <summary>The plan's file.</summary>
    public required string File { get; init; }

    public required string Code { get; init; }

    /// <summary>What a person types to have it carried out.</summary>
    public required string Phrase { get; init; }

    public required string Run { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required string Copy { get; init; }

    public required string CopyArn { get; init; }

    public required string SourceArn { get; init; }

    public required string EngineVersion { get; init; }

    /// <summary>The moment of the data; everything since then is lost.</summary>
    public required DateTimeOffset DataTime { get; init; }

    /// <summary>What <c>--before</c> was understood as; null: it was not given.</summary>
    public required DateTimeOffset? Before { get; init; }

    /// <summary>RPO, when the plan was made.</summary>
    public required double RecoveryPointAgeSeconds { get; init; }

    public required CopyStanding Standing { get; init; }

    public required string Reason { get; init; }

    /// <summary>The drill whose verdict decided; null where none did.</summary>
    public required string? Drill { get; init; }

    public required DateTimeOffset? DrilledAt { get; init; }

    public required string? Level { get; init; }

    public required VerdictCounts? Counts { get; init; }

    public required string? AgainstSource { get; init; }

    /// <summary>How long that drill's restore took until a query was first answered correctly.</summary>
    public required double? FirstAnswerSeconds { get; init; }

    /// <summary>The same, until every row that can be read had been read.</summary>
    public required double? FullyReadSeconds { get; init; }

    public required double? RtoTargetSeconds { get; init; }

    public required IReadOnlyList<string> Problems { get; init; }

    public required IReadOnlyList<NewerCopy> Newer { get; init; }

    public required string Account { get; init; }

    /// <summary>How the copy comes into that account; null: it is the vault account, where it is.</summary>
    public required PlannedCopyBack? CopyBack { get; init; }

    public required string Region { get; init; }

    /// <summary>What the instance is restored with.</summary>
    public required RestoreOrder Order { get; init; }

    public required string FinalParameterGroup { get; init; }

    /// <summary>GiB.</summary>
    public required int AllocatedStorage { get; init; }

    public required string? KeyArn { get; init; }

    /// <summary>What the account lacks; the plan stays good once that is made.</summary>
    public required IReadOnlyList<TargetProblem> Missing { get; init; }

    public static RestorePlanDocument Of(RestoreProposal proposal, RestorePlan plan, RestoreWish wish, string file) => new()
    {
        Database = plan.Database,
        HasProvenCopy = proposal.Choice.HasProven,
        File = file,
        Code = plan.Code(),
        Phrase = plan.Phrase(),
        Run = plan.Run.Value,
        MadeAt = plan.MadeAt,
        ExpiresAt = plan.ExpiresAt,
        Copy = plan.Copy.Name,
        CopyArn = plan.Copy.Arn,
        SourceArn = plan.Copy.Facts.SourceArn,
        EngineVersion = plan.Copy.Facts.EngineVersion,
        DataTime = plan.Copy.Facts.DataTime,
        Before = wish.Before,
        RecoveryPointAgeSeconds = (plan.MadeAt - plan.Copy.Facts.DataTime).TotalSeconds,
        Standing = plan.Copy.Standing,
        Reason = plan.Copy.Reason,
        Drill = plan.Copy.Drill?.Value,
        DrilledAt = plan.Copy.DrilledAt,
        Level = plan.Copy.Level is { } level ? CanonicalJson.Write(level).Trim('"') : null,
        Counts = plan.Copy.Counts,
        AgainstSource = plan.Copy.AgainstSource,
        FirstAnswerSeconds = plan.Copy.Times?.ToFirstAnswer?.TotalSeconds,
        FullyReadSeconds = plan.Copy.Times?.ToFullyRead?.TotalSeconds,
        RtoTargetSeconds = plan.RtoTarget?.TotalSeconds,
        Problems = plan.Copy.Problems,
        Newer = plan.Newer,
        Account = plan.Account,
        CopyBack = plan.CopyBack,
        Region = plan.Region,
        Order = plan.Order,
        FinalParameterGroup = plan.FinalParameterGroup,
        AllocatedStorage = plan.Copy.AllocatedStorage,
        KeyArn = plan.Copy.KeyArn,
        Missing = proposal.Missing,
    };
}
