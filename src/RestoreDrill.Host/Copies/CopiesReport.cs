using RestoreDrill.Core.Facts;
using RestoreDrill.Host.Reporting;

namespace RestoreDrill.Host.Copies;

/// <summary>The copies in the vault, for people.</summary>
internal static class CopiesReport
{
    /// <param name="document">The copies.</param>
    /// <param name="commandOf">The whole command line of a verb.</param>
    public static Report Of(CopiesDocument document, Func<IEnumerable<string>, string> commandOf)
    {
        var report = new Report().Facts(
            ("installation", document.Installation), ("looked at", Words.Moment(document.LookedAt)), ("by", $"the vault account and bucket {document.Bucket} alone, without RestoreDrill's store"));
        if (document.Copies.Count > 0)
        {
            report.Table(["Database", "Copy", "Data of", "Standing", "Restored in", "Why"], document.Copies.Select(copy => Row(copy, document.LookedAt)), below: 5);
        }

        foreach (var problem in document.Copies.SelectMany(static copy => copy.Problems))
        {
            report.Line($"not as it should be: {problem}", Tone.Bad);
        }

        var next = string.Join(" and ", Next(document, commandOf));
        return document switch
        {
            { WithoutProof.Count: > 0 } => report.Line($"NO PROVEN COPY of {string.Join(", ", document.WithoutProof)}. Next: {next}.", Tone.Bad),
            { IsGood: false } => report.Line($"Of every database a copy was proven, and NOT ALL IS AS IT SHOULD BE: see above. Next: {next}.", Tone.Bad),
            _ => report.Line("Every database has a proven copy.", Tone.Good),
        };
    }

    /// <summary>What the facts themselves leave open, a drill's runbook cannot answer, and the other way round; and what no drill has looked at wants a drill.</summary>
    private static IEnumerable<string> Next(CopiesDocument document, Func<IEnumerable<string>, string> commandOf)
    {
        if (document.Copies.Any(static copy => copy.Standing == CopyStanding.NotKnown || copy.Problems.Count > 0))
        {
            yield return "runbooks/facts-not-kept.md";
        }

        var unproven = document.WithoutProof.Select(name => (Name: name, Copies: document.Copies.Where(copy => copy.Database == name).ToList())).ToList();
        var judged = unproven.Where(static one => one.Copies.Count > 0 && !one.Copies.Exists(static copy => copy.Standing == CopyStanding.NotKnown))
            .ToLookup(static one => one.Copies.Exists(static copy => copy.Standing != CopyStanding.Unproven || copy.UnansweredDrill is not null));
        if (judged[true].Any())
        {
            yield return "runbooks/drill-failed.md";
        }

        foreach (var (name, _) in judged[false])
        {
            yield return $"`{commandOf(["drill", name])}`";
        }

        if (unproven.Exists(static one => one.Copies.Count == 0))
        {
            yield return "runbooks/copy-missing.md";
        }
    }

    private static IReadOnlyList<Cell> Row(CopyDocument copy, DateTimeOffset now) =>
    [
        copy.Database,
        copy.Name,
        copy.DataTime is { } time ? $"{Words.Moment(time)}, {Words.Ago(time, now)}" : "not known",
        Words.Standing(copy.Standing),
        RestoredIn(copy),
        copy.Reason,
    ];

    private static Cell RestoredIn(CopyDocument copy) => copy.FirstAnswerSeconds is { } answer
        ? $"{Words.Span(TimeSpan.FromSeconds(answer))}{(copy.FullyReadSeconds is { } read ? $", read in {Words.Span(TimeSpan.FromSeconds(read))}" : string.Empty)}"
        : "-";
}
