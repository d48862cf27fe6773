using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Verdicts;

/// <summary>Whether the copy and earlier ones can be copies of one source.</summary>
internal static class ChainChecks
{
    public const string Id = "chain";

    /// <summary>What is found where there is no earlier copy yet.</summary>
    public const string Begins = "none: the chain begins with this copy";

    /// <summary>The copy's proof has not been revoked. Asked where there is a chain, or a revocation.</summary>
    public static IEnumerable<CheckResult> Revoked(Findings findings)
    {
        if (findings.Chain is null && findings.Revocation is null)
        {
            yield break;
        }

        yield return new CheckResult
        {
            Id = "revoked",
            Question = "Does the proof of this copy stand?",
            Outcome = findings.Revocation is null ? CheckOutcome.Passed : CheckOutcome.Failed,
            Expected = "no later copy that holds what this one should",
            Found = findings.Revocation?.ToString() ?? "none",
        };
    }

    /// <summary>The copy and its base agree with the copy before them. Which of two copies is the wrong one where they do not, the two cannot tell, so neither is proven.</summary>
    public static IEnumerable<CheckResult> Agreement(Findings findings)
    {
        if (findings.Chain is not { } chain)
        {
            yield break;
        }

        var check = new CheckResult
        {
            Id = Id,
            Question = "Do this copy and the earlier ones agree?",
            Outcome = CheckOutcome.Passed,
            Expected = chain.Base is { } middle
                ? $"in copy {middle.CopyName} of {middle.DataTime.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, every row that both {(chain.Earlier is { } earlier ? $"copy {earlier.CopyName}" : "a copy")} before it and this copy hold"
                : "an earlier copy of the same source that passed a drill, to compare with",
            Found = Words(findings),
        };
        var places = Places(chain).ToList();
        yield return chain switch
        {
            { Problem: { } problem } => check with { Outcome = CheckOutcome.NotAvailable, Found = problem },
            _ when findings.Dispute is { } dispute => check with
            {
                Outcome = CheckOutcome.NotAvailable,
                Expected = "a copy that none contradicts",
                Found = $"{dispute}. Which of the two is the wrong one they do not tell; a later copy can be proven",
            },
            { Base: null } => check with { Outcome = CheckOutcome.NotAvailable, MayBeUnavailable = true, Found = Begins },
            _ when places.Count > 0 => check with
            {
                Outcome = CheckOutcome.NotAvailable,
                Found = $"copy {chain.Base!.CopyName} does not hold what copy {chain.Earlier!.CopyName} and this one do, or this one holds what its source had deleted: {SourceChecks.List(places)}",
            },
            _ => check,
        };
    }

    /// <summary>Per database, where a share is asked for: that of the rows that are proven to be those of an earlier copy. Databases without rows have no share.</summary>
    public static IEnumerable<CheckResult> Shares(Findings findings)
    {
        if (findings is not { Chain: { Base: not null } chain, Database.Chain.MinimumProvenShare: { } minimum })
        {
            yield break;
        }

        foreach (var database in findings.Inventory.Databases.Where(static database => database.Verified))
        {
            var total = SourceChecks.RowsOf(findings, database.Name);
            if (total == 0)
            {
                continue;
            }

            var proven = chain.Rows.Where(relation => relation.Name.Database == database.Name && !findings.Database.MayStayUnread.Contains(relation.Name.ToString()))
                .Sum(static relation => relation.RowsProven);
            var share = Math.Min(1, (double)proven / total);
            yield return new CheckResult
            {
                Id = $"chain-share:{database.Name}",
                Question = $"Are enough rows of database {database.Name} proven to be those of an earlier copy?",
                Outcome = share >= minimum ? CheckOutcome.Passed : CheckOutcome.NotAvailable,
                Expected = FormattableString.Invariant($"{Percent.Configured(minimum)} of its rows"),
                Found = FormattableString.Invariant($"{Percent.Of(share)} ({proven:N0} of {total:N0})"),
            };
        }
    }

    /// <summary>Whether rows are proven to be those of an earlier copy, and nothing speaks against it.</summary>
    public static bool Proves(Findings findings) => findings.Chain is { Base: not null, Problem: null } chain
        && chain.Rows.All(static relation => relation.GroupsContradicting == 0) && chain.Rows.Any(static relation => relation.RowsProven > 0);

    /// <summary>What the comparison gave, in one clause.</summary>
    public static string Words(Findings findings)
    {
        if (findings.Chain is not { Base: { } middle } chain)
        {
            return "nothing was compared";
        }

        // Other readings' rows are estimates, and those of unlogged and foreign tables no part of a copy.
        var read = findings.Readings.Where(static reading => reading.Outcome == ReadingOutcome.Read).ToDictionary(static reading => reading.Name, static reading => reading.Rows);
        var (proven, total) = (chain.Rows.Where(relation => read.ContainsKey(relation.Name)).Sum(static relation => relation.RowsProven), read.Values.Sum());
        var reasons = chain.Rows.Where(static relation => relation.Reasons.Count > 0).Select(static relation => $"{relation.Name}: {string.Join(", ", relation.Reasons)}").ToList();
        return FormattableString.Invariant(
            $"{Percent.Of(total == 0 ? 0 : Math.Min(1, (double)proven / total))} of its rows are proven identical with those of copy {middle.CopyName} ({proven:N0}; {Math.Max(0, total - proven):N0} not judged)")
            + (reasons.Count > 0 ? $"; not judged as a whole: {SourceChecks.List(reasons)}" : string.Empty);
    }

    /// <summary>
    /// The revocation of the base's proof; null where nothing contradicts it, or where this copy failed, and so is no witness.
    /// </summary>
    public static Revocation? Revocation(Findings findings, Runs.RunOutcome outcome) =>
        findings.Chain is { Base: { } middle, Earlier: { } earlier } chain && outcome != Runs.RunOutcome.Fail && Places(chain).ToList() is { Count: > 0 } places
            ? new Revocation
            {
                Database = findings.Database.Name,
                CopyName = middle.CopyName,
                CopyArn = middle.CopyArn,
                Drill = middle.Drill,
                FoundBy = findings.Drill,
                LaterCopy = findings.CopyName,
                EarlierCopy = earlier.CopyName,
                Places = places,
            }
            : null;

    private static IEnumerable<string> Places(ChainFindings chain) => chain.Rows.Where(static relation => relation.GroupsContradicting > 0)
        .SelectMany(static relation => relation.Contradictions.Select(place => $"{relation.Name}, {place}")
            .Concat(relation.GroupsContradicting > relation.Contradictions.Count ? [$"{relation.Name}, {relation.GroupsContradicting - relation.Contradictions.Count} more places"] : []));
}
