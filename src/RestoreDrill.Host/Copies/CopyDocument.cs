using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Json;

namespace RestoreDrill.Host.Copies;

/// <summary>A copy in the vault and what the bucket of facts says of it, for machines.</summary>
internal sealed record CopyDocument
{
    public required string Database { get; init; }

    public required string Name { get; init; }

    public required string Arn { get; init; }

    /// <summary>The moment of its data; null: AWS does not say.</summary>
    public required DateTimeOffset? DataTime { get; init; }

    public required CopyStanding Standing { get; init; }

    /// <summary>Why, in one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>The drill whose verdict decided; null where none did.</summary>
    public required string? Drill { get; init; }

    /// <summary>Of an unproven copy, the last drill that was concluded and gave no answer; null where none was.</summary>
    public required string? UnansweredDrill { get; init; }

    /// <summary>The level of that verdict: <c>restores</c>, <c>unchanged</c> or <c>matches-source</c>; null where none decided, and of one that is no pass.</summary>
    public required string? Level { get; init; }

    /// <summary>How long that drill's restore took until a query was first answered correctly; null where none decided, or it does not say.</summary>
    public required double? FirstAnswerSeconds { get; init; }

    /// <summary>The same, until every row that can be read had been read.</summary>
    public required double? FullyReadSeconds { get; init; }

    /// <summary>All that is not as it should be among its facts.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    public static CopyDocument Of(InstallationId installation, string database, CloudSnapshot copy, StandingReport standing) => new()
    {
        Database = database,
        Name = copy.Name,
        Arn = copy.Arn,
        DataTime = copy.DatabaseTime ?? copy.OriginalCreateTime,
        Standing = standing.Standing,
        Reason = standing.Reason,
        Drill = standing.Decisive?.Drill.Value,
        UnansweredDrill = standing.Unanswered?.Value,
        Level = standing.Decisive?.Verdict.Level is { } level ? CanonicalJson.Write(level).Trim('"') : null,
        FirstAnswerSeconds = standing.Decisive?.Times?.ToFirstAnswer?.TotalSeconds,
        FullyReadSeconds = standing.Decisive?.Times?.ToFullyRead?.TotalSeconds,
        Problems =
        [
            .. CopyTags.Lost(copy, installation, database).Count > 0 ? [$"{copy.Name} {CopyTags.Words(copy, installation, database)}, and no drill takes it"] : Array.Empty<string>(),
            .. standing.Problems.Select(static problem => problem.ToString()),
            .. standing.Changes,
        ],
    };
}
