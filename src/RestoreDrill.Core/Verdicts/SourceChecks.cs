using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Verdicts;

/// <summary>Whether the copy is what its source was.</summary>
internal static class SourceChecks
{
    public const string ManifestId = "manifest";

    /// <summary>What is found where there was no login to the source.</summary>
    public const string NoManifest = "none";

    public const string CatalogId = "catalog";

    public const string RowsId = "source-rows";

    private const int NamedAtMost = 10;

    private const int NamedInWords = 3;

    /// <summary>The manifest is the one that the copy's tag names, of a form and version that can be compared with.</summary>
    public static CheckResult Manifest(Findings findings)
    {
        var source = findings.Source;
        var check = new CheckResult
        {
            Id = ManifestId,
            Question = "Is there a manifest of the source to compare with?",
            Outcome = CheckOutcome.Passed,
            Expected = source switch
            {
                { WasAsked: true } => "the manifest that the copy's tag names, its digests recomputed",
                { Waived: { } why } => $"none: {why}",
                _ => "none: no login to the source was configured when the copy was made",
            },
            Found = source.WasAsked ? "it, unchanged" : source.Waived is null ? NoManifest : "not asked for",
        };
        return source switch
        {
            { Changed: true } => check with { Outcome = CheckOutcome.Failed, Found = source.Problem! },
            { WasAsked: false } => check with { Outcome = CheckOutcome.NotAvailable, MayBeUnavailable = true },
            { Problem: { } problem } => check with { Outcome = CheckOutcome.NotAvailable, Found = problem },
            { Identity: { } identity } when identity.MajorVersion != findings.Identity.MajorVersion => check with
            {
                Outcome = CheckOutcome.NotAvailable,
                Found = $"one of PostgreSQL {identity.MajorVersion}, which cannot be compared with PostgreSQL {findings.Identity.MajorVersion}",
            },
            { Identity: { SystemIdentifier: { } id } } when findings.Identity.SystemIdentifier is { } found && found != id => check with
            {
                Outcome = CheckOutcome.Failed,
                Found = $"one of cluster {id}; the copy is of cluster {found}",
            },
            _ => check,
        };
    }

    /// <summary>What was so in the source before and after the snapshot is so in the copy.</summary>
    public static IEnumerable<CheckResult> Catalogs(Findings findings)
    {
        var compared = findings.Source.Catalogs;
        if (compared.Count == 0)
        {
            yield break;
        }

        var differences = compared.SelectMany(static one => one.Comparison.Differences).ToList();
        var unread = compared
            .Where(one => !findings.Database.MayStayUnread.Contains(one.Database))
            .SelectMany(static one => one.UnreadInCopy.Select(reason => $"{Place(one.Database)}: {reason}")).ToList();
        var notJudged = compared.SelectMany(static one => one.Comparison.NotJudged.Concat(one.UnreadInCopy.Count > 0 ? [] : one.Comparison.NotComparable)
            .Select(reason => $"{Place(one.Database)}: {reason}")).ToList();
        var items = compared.Sum(static one => one.Comparison.Compared);
        yield return new CheckResult
        {
            Id = CatalogId,
            Question = "Do the copy's catalogs say what the source's said?",
            Outcome = differences.Count > 0 ? CheckOutcome.Failed : unread.Count > 0 || items == 0 ? CheckOutcome.NotAvailable : CheckOutcome.Passed,
            Expected = "what was so before and after the snapshot",
            Found = differences.Count > 0
                ? List([.. differences.Select(static one => $"{Place(one.Database)}: {one.Kind} {one.Name} is {one.Found}, not {one.Expected}")])
                : unread.Count > 0 ? $"not compared: {List(unread)}"
                : FormattableString.Invariant($"{items:N0} items, all equal; {compared.Sum(static one => one.Comparison.Moved):N0} moved meanwhile")
                    + (notJudged.Count > 0 ? $"; not judged: {List(notJudged)}" : string.Empty),
        };
    }

    /// <summary>No old row that the source still held is missing or different in the copy; where they were read before the snapshot too, the copy has no other.</summary>
    public static IEnumerable<CheckResult> Rows(Findings findings)
    {
        if (findings.Source.Limit is null)
        {
            yield break;
        }

        var differing = findings.Source.Rows.Concat(findings.Source.EarlyRows).Where(static relation => relation.GroupsDiffering > 0).ToList();
        var early = findings.Source.EarlyLimit;
        yield return new CheckResult
        {
            Id = RowsId,
            Question = "Are the source's old rows in the copy, each as it was?",
            Outcome = differing.Count > 0 ? CheckOutcome.Failed : CheckOutcome.Passed,
            Expected = $"every row made before {findings.Source.Limit.TakenAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC that the source still held when it was read"
                + (early is null ? string.Empty : $", and none made before {early.TakenAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC that it no longer held before the snapshot"),
            Found = differing.Count > 0
                ? List([.. differing.Select(static relation => $"{relation.Name}, {string.Join(", ", relation.Differences)}{(relation.GroupsDiffering > relation.Differences.Count ? $" and {relation.GroupsDiffering - relation.Differences.Count} more places" : string.Empty)}")])
                : FormattableString.Invariant($"{findings.Source.Rows.Sum(static relation => relation.RowsProven):N0} rows proven identical, none differing")
                    + (early is null ? string.Empty : FormattableString.Invariant($"; {findings.Source.EarlyRows.Sum(static relation => relation.RowsProven):N0} were there before the snapshot, {findings.Source.EarlyRows.Sum(static relation => relation.RowsNotJudged):N0} are not judged by that")),
        };
    }

    /// <summary>Per database: the share of rows that are proven to be the source's. Databases without rows have no share.</summary>
    public static IEnumerable<CheckResult> ProvenShares(Findings findings)
    {
        if (findings.Source.Limit is null)
        {
            yield break;
        }

        var minimum = findings.Database.MinimumProvenShare;
        var lacking = RowsLacking(findings).ToLookup(static one => one.Name.Database, static one => one.Rows);
        foreach (var database in findings.Inventory.Databases.Where(static database => database.Verified))
        {
            var total = RowsOf(findings, database.Name) + lacking[database.Name].Sum();
            if (total == 0)
            {
                continue;
            }

            var relations = findings.Source.Rows
                .Where(relation => relation.Name.Database == database.Name && !findings.Database.MayStayUnread.Contains(relation.Name.ToString())).ToList();
            var proven = relations.Sum(static relation => relation.RowsProven);
            var share = Math.Min(1, (double)proven / total);
            var reasons = relations.Where(static relation => relation.Reasons.Count > 0).Select(static relation => $"{relation.Name}: {string.Join(", ", relation.Reasons)}").ToList();
            yield return new CheckResult
            {
                Id = $"proven-share:{database.Name}",
                Question = $"Are enough rows of database {database.Name} proven to be the source's?",
                Outcome = share >= minimum ? CheckOutcome.Passed : CheckOutcome.NotAvailable,
                Expected = FormattableString.Invariant($"{Percent.Configured(minimum)} of its rows"),
                Found = FormattableString.Invariant($"{Percent.Of(share)} ({proven:N0} of {total:N0})") + (reasons.Count > 0 ? $"; not judged: {List(reasons)}" : string.Empty),
            };
        }
    }

    /// <summary>What is known of the content against its source, in one clause.</summary>
    public static string Words(Findings findings, VerdictCounts counts)
    {
        var source = findings.Source;
        if (source.Problem is not null || source.Catalogs.Count == 0)
        {
            return "not judged";
        }

        var items = source.Catalogs.Sum(static one => one.Comparison.Compared);
        if (source.Limit is null)
        {
            return FormattableString.Invariant($"{items:N0} items of its catalogs were compared; its rows are not judged");
        }

        var proven = source.Rows.Sum(static relation => relation.RowsProven);
        var differing = source.Rows.Sum(static relation => relation.RowsDiffering);
        var total = counts.RowsRead + RowsLacking(findings).Sum(static one => one.Rows);
        var share = total == 0 ? 0 : Math.Min(1, (double)proven / total);
        return FormattableString.Invariant(
            $"{Percent.Of(share)} of its rows are proven identical with the source's ({proven:N0}; {differing:N0} differ, {Math.Max(0, total - proven - differing):N0} not judged){Uncompared(findings)}; {items:N0} items of its catalogs were compared");
    }

    /// <summary>Names tables with rows of which not one is proven, for a reason other than that they all changed meanwhile.</summary>
    private static string Uncompared(Findings findings)
    {
        var lacking = RowsLacking(findings).Select(static one => one.Name).ToHashSet();
        var rows = findings.Readings.Where(static reading => reading.Outcome != ReadingOutcome.NotProtected).ToDictionary(static reading => reading.Name, static reading => reading.Rows);
        var names = findings.Source.Rows
            .Where(relation => relation is { RowsProven: 0, RowsDiffering: 0, Reasons.Count: > 0 } && (lacking.Contains(relation.Name) || rows.GetValueOrDefault(relation.Name) > 0))
            .Select(static relation => relation.Name.ToString()).Order(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? string.Empty
            : $"; nothing of {string.Join(", ", names.Take(NamedInWords))}{(names.Count > NamedInWords ? $" and {names.Count - NamedInWords} more tables" : string.Empty)} could be compared";
    }

    /// <summary>How many more rows the source seems to have had of relations that were not compared in full: a copy that lost them must not gain by it.</summary>
    private static IEnumerable<(RelationName Name, long Rows)> RowsLacking(Findings findings)
    {
        var compared = findings.Source.Rows.ToDictionary(static relation => relation.Name);
        return findings.Readings
            .Where(reading => reading.Outcome != ReadingOutcome.NotProtected && !findings.Database.MayStayUnread.Contains(reading.Name.ToString()))
            .Where(reading => !compared.TryGetValue(reading.Name, out var relation) || relation.Reasons.Count > 0)
            .Select(reading => (reading.Name, findings.Source.EstimatedRows.GetValueOrDefault(reading.Name) - reading.Rows))
            .Where(static one => one.Item2 > 0);
    }

    /// <summary>The rows of a database that count for shares: those that a snapshot protects, but for tables that may stay unread.</summary>
    internal static long RowsOf(Findings findings, string database) => findings.Readings
        .Where(reading => reading.Name.Database == database && reading.Outcome != ReadingOutcome.NotProtected && !findings.Database.MayStayUnread.Contains(reading.Name.ToString()))
        .Sum(static reading => reading.Rows);

    internal static string List(List<string> items) =>
        string.Join("; ", items.Take(NamedAtMost)) + (items.Count > NamedAtMost ? $"; and {items.Count - NamedAtMost} more" : string.Empty);

    private static string Place(string database) => database == DatabaseCatalog.Shared ? "the instance" : database;
}
