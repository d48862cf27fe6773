using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Verdicts;

/// <summary>
/// Whether the source had lost rows when it was copied, or got none any more. A copy of a wiped table restores perfectly, and all that is compared with that source agrees;
/// only a copy of earlier data shows that something is missing.
/// </summary>
public static class LossCheck
{
    /// <summary>The check's id.</summary>
    public const string Id = "source-loss";

    /// <summary>A table that has lost a share of its rows counts from so many lost rows on: small tables come and go.</summary>
    public const long FewestLost = 100;

    /// <summary>A table that has lost all its rows counts if it held so many.</summary>
    public const long FewestWiped = 10;

    internal static CheckResult Ask(Findings findings)
    {
        var check = new CheckResult
        {
            Id = Id,
            Question = "Does the copy still hold what an earlier one held?",
            Outcome = CheckOutcome.Passed,
            Expected = "an earlier copy of this database that passed a drill, to compare with",
            Found = "none",
            MayBeUnavailable = true,
        };
        if (findings.Earlier is not { } earlier)
        {
            return check with { Outcome = CheckOutcome.NotAvailable };
        }

        var (compared, lost) = Compare(findings);
        lost.AddRange(Stopped(findings));
        var share = findings.Database.MaximumLoss;
        return check with
        {
            Outcome = lost.Count > 0 ? CheckOutcome.Failed : CheckOutcome.Passed,
            Expected = FormattableString.Invariant(
                $"no table gone or emptied, none smaller by more than {Percent.Configured(share)} than in copy {earlier.Name} of {earlier.DataTime.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, which drill {earlier.Drill} proved"),
            Found = lost.Count > 0
                ? $"loss in the source: {SourceChecks.List(lost)}"
                : FormattableString.Invariant($"{compared:N0} of {findings.EarlierReadings.Count:N0} relations were compared, none has lost so much"),
        };
    }

    private static (int Compared, List<string> Lost) Compare(Findings findings)
    {
        var now = findings.Readings.ToDictionary(static reading => reading.Name);
        var unverified = findings.Inventory.Databases.Where(static database => !database.Verified).Select(static database => database.Name).ToHashSet(StringComparer.Ordinal);
        var compared = 0;
        var losses = new List<(RelationReading Then, long Rows, bool Gone)>();
        foreach (var then in findings.EarlierReadings.Where(static reading => IsComparable(reading)))
        {
            var found = now.GetValueOrDefault(then.Name);
            if ((found is null ? unverified.Contains(then.Name.Database) : !IsComparable(found)) || findings.Database.AllowsShrinking(then.Name))
            {
                continue;
            }

            compared++;
            if (IsLoss(then.Rows, found?.Rows ?? 0, findings.Database.MaximumLoss))
            {
                losses.Add((then, found?.Rows ?? 0, found is null));
            }
        }

        return (compared,
        [
            .. losses.OrderByDescending(static loss => loss.Then.Rows - loss.Rows).ThenBy(static loss => loss.Then.Name, RelationName.Order)
                .Select(static loss => FormattableString.Invariant($"{loss.Then.Name} held {loss.Then.Rows:N0} rows, now {(loss.Gone ? "it is gone, or has another name" : loss.Rows.ToString("N0", System.Globalization.CultureInfo.InvariantCulture))}")),
        ]);
    }

    /// <summary>
    /// Freshness that stopped, where a check of the user's own asks for it. The earlier copy had it: no drill of that copy would have passed otherwise.
    /// </summary>
    private static IEnumerable<string> Stopped(Findings findings) =>
        from check in findings.Database.Checks
        where check is { Level: CheckLevel.Fail, Expect.NewerThan: not null }
        join result in findings.UserChecks on check.Id equals result.Id
        where result.Outcome == CheckOutcome.Failed
        select $"nothing new any more: {check.Id} found {result.Found.TrimEnd('.')}, expected {check.Expect}";

    /// <summary>What was not read says nothing, and a materialised view holds nothing of its own.</summary>
    private static bool IsComparable(RelationReading reading) => reading is { Outcome: ReadingOutcome.Read, Kind: not RelationKind.MaterializedView };

    private static bool IsLoss(long then, long now, double maximum) =>
        (now == 0 && then >= FewestWiped) || (then - now >= FewestLost && then - now > then * maximum);
}
