using System.Text.Json.Serialization;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Host.Reporting;

namespace RestoreDrill.Host.Runs;

/// <summary>How one relation's rows compare with the source's.</summary>
internal sealed record TableProof
{
    public required string Table { get; init; }

    /// <summary>Rows read; null where they were not.</summary>
    public required long? Rows { get; init; }

    /// <summary>Rows proven to be the source's, bit by bit.</summary>
    public required long RowsProven { get; init; }

    /// <summary>Rows of groups of blocks that differ: at least one of each is missing or wrong.</summary>
    public required long RowsDiffering { get; init; }

    /// <summary>All others; an estimate where <see cref="Rows"/> is null, and 0 of what a snapshot does not protect.</summary>
    public required long RowsNotJudged { get; init; }

    /// <summary>RowsProven of Rows, 0 to 1; null where there are none.</summary>
    public double? Share => Rows is > 0 ? Math.Min(1, (double)RowsProven / Rows.Value) : null;

    /// <summary>The first of the groups that differ, in words.</summary>
    public required IReadOnlyList<string> Places { get; init; }

    /// <summary>Why rows, or the relation as a whole, were not judged.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>The same with the source as it was before the snapshot; null where it was not read then.</summary>
    public required EarlyProof? Before { get; init; }

    /// <summary>Whether a row is missing, wrong, or one that the source had no more.</summary>
    [JsonIgnore]
    public bool Differs => Places.Count > 0 || RowsDiffering > 0 || Before is { Places.Count: > 0 } or { RowsDiffering: > 0 };

    /// <summary>Whether every row is the source's, and nothing else is to be told.</summary>
    [JsonIgnore]
    public bool IsProven => !Differs && Rows is not null && RowsNotJudged == 0 && Reasons.Count == 0;

    /// <param name="details">The drill.</param>
    /// <param name="name">The relation.</param>
    /// <param name="reading">What reading it in the copy gave; null: it is not in the copy.</param>
    /// <param name="whyNone">Why no relation is compared with the source; null: they are.</param>
    public static TableProof Of(RunDetails details, RelationName name, RelationReading? reading, string? whyNone)
    {
        var compared = details.AgainstSource.GetValueOrDefault(name);
        var sum = compared ?? new RelationComparison { Name = name };
        var read = reading is { Outcome: ReadingOutcome.Read };
        var rows = reading?.Outcome == ReadingOutcome.NotProtected ? 0 : reading?.Rows ?? 0;
        var notJudged = Math.Max(0, rows - sum.RowsProven - sum.RowsDiffering);
        return new TableProof
        {
            Table = name.ToString(),
            Rows = read ? rows : null,
            RowsProven = sum.RowsProven,
            RowsDiffering = sum.RowsDiffering,
            RowsNotJudged = notJudged,
            Places = [.. sum.Differences.Select(static place => place.ToString())],
            Reasons =
            [
                .. Unread(reading),
                .. whyNone is not null ? [whyNone]
                    : compared is not null ? Reasoned(sum, read ? notJudged - sum.RowsNotJudged : 0)
                    : reading?.Outcome == ReadingOutcome.NotProtected ? []
                    : !details.EmptyInSource.Contains(name) ? ["not read in the source"]
                    : rows > 0 ? ["it was empty in the source when it was listed: its rows are too young"] : Array.Empty<string>(),
            ],
            Before = details.AgainstEarlySource.GetValueOrDefault(name) is { } early ? EarlyProof.Of(early, rows) : null,
        };
    }

    private static IEnumerable<string> Unread(RelationReading? reading) => reading switch
    {
        null or { Outcome: ReadingOutcome.Read } => [],
        { Outcome: ReadingOutcome.NotProtected } => [$"not protected by snapshots: {reading.Reason}"],
        { Outcome: ReadingOutcome.Damaged } => [$"damaged in the copy: {reading.Reason}"],
        _ => [$"not read in the copy: {reading.Reason}"],
    };

    /// <param name="sum">What comparing gave.</param>
    /// <param name="others">Rows that were not judged and that it does not count: too young, unless a reason says that nothing was compared from some block on.</param>
    private static IEnumerable<string> Reasoned(RelationComparison sum, long others)
    {
        if (sum.RowsGone > 0)
        {
            yield return $"{Words.Count(sum.RowsGone)} changed or deleted in the source since";
        }

        if (sum.RowsUnresolved > 0)
        {
            yield return $"{Words.Count(sum.RowsUnresolved)} that cannot be told from such";
        }

        if (others > 0 && sum.Reasons.Count == 0)
        {
            yield return $"{Words.Count(others)} too young";
        }

        foreach (var reason in sum.Reasons)
        {
            yield return reason;
        }
    }
}
