using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Verdicts;

/// <summary>Whether rows were read, where they should be, and enough of them.</summary>
internal static class RowChecks
{
    /// <summary>Zero rows over the whole instance is never a pass.</summary>
    public static CheckResult RowsRead(Findings findings)
    {
        var rows = findings.Readings.Where(static reading => reading.Outcome == ReadingOutcome.Read).Sum(static reading => reading.Rows);
        return new CheckResult
        {
            Id = "rows-read",
            Question = "Were rows read?",
            Outcome = rows > 0 ? CheckOutcome.Passed
                : findings.Readings.Any(static reading => reading.Outcome == ReadingOutcome.NotJudged) ? CheckOutcome.NotAvailable
                : CheckOutcome.Failed,
            Expected = "at least one row over the whole instance",
            Found = FormattableString.Invariant($"{rows:N0} rows"),
        };
    }

    /// <summary>Relations that the server itself calls damaged.</summary>
    public static CheckResult Damage(Findings findings)
    {
        var damaged = findings.Readings.Where(static reading => reading.Outcome == ReadingOutcome.Damaged).ToList();
        return new CheckResult
        {
            Id = "readable",
            Question = "Is every relation free of damage that the server reports?",
            Outcome = damaged.Count == 0 ? CheckOutcome.Passed : CheckOutcome.Failed,
            Expected = "no relation that the server calls damaged",
            Found = damaged.Count == 0
                ? "none"
                : string.Join("; ", damaged.Take(5).Select(static reading => $"{reading.Name} ({reading.Reason})"))
                    + (damaged.Count > 5 ? $"; and {damaged.Count - 5} more" : string.Empty),
        };
    }

    /// <summary>Every database that accepts connections was entered and listed, but for those that may stay unread by name.</summary>
    public static CheckResult Databases(Findings findings)
    {
        var missed = findings.Inventory.Databases
            .Where(database => database.Reach is DatabaseReach.NotReached or DatabaseReach.Damaged && !findings.Database.MayStayUnread.Contains(database.Name))
            .ToList();
        return new CheckResult
        {
            Id = "databases",
            Question = "Could every database of the instance be verified?",
            Outcome = missed.Exists(static database => database.Reach == DatabaseReach.Damaged) ? CheckOutcome.Failed
                : missed.Count > 0 ? CheckOutcome.NotAvailable
                : CheckOutcome.Passed,
            Expected = "every database that accepts connections",
            Found = missed.Count == 0
                ? $"{findings.Inventory.Databases.Count(static database => database.Verified)} databases"
                : string.Join("; ", missed.Select(static database => $"{database.Name} was not: {database.Reason}")),
        };
    }

    /// <summary>Databases that are configured, or known from an earlier passing drill, to hold rows.</summary>
    public static IEnumerable<CheckResult> ExpectedRows(Findings findings)
    {
        foreach (var database in findings.Database.ExpectRowsIn.Union(findings.KnownToHoldRows).Order(StringComparer.Ordinal))
        {
            var listed = findings.Inventory.Databases.FirstOrDefault(candidate => candidate.Name == database);
            var readings = findings.Readings.Where(reading => reading.Name.Database == database).ToList();
            var rows = readings.Where(static reading => reading.Outcome == ReadingOutcome.Read).Sum(static reading => reading.Rows);
            var unread = readings.Exists(static reading => reading.Outcome == ReadingOutcome.NotJudged);
            yield return new CheckResult
            {
                Id = $"expected-rows:{database}",
                Question = $"Does database {database} hold rows?",
                Outcome = rows > 0 ? CheckOutcome.Passed
                    : listed is { Verified: false } || unread ? CheckOutcome.NotAvailable
                    : CheckOutcome.Failed,
                Expected = findings.Database.ExpectRowsIn.Contains(database) ? "rows, by the configuration" : "rows, as in the latest passing drill",
                Found = listed switch
                {
                    null => "no such database in the restored instance",
                    { Verified: false } => $"a database that could not be verified: {listed.Reason}",
                    _ => FormattableString.Invariant($"{rows:N0} rows"),
                },
            };
        }
    }

    /// <summary>Per database: the share of rows read, and that no table is unread that may not be. Databases without rows have no share.</summary>
    public static IEnumerable<CheckResult> ReadShares(Findings findings)
    {
        var minimum = findings.Database.MinimumReadShare;
        var empty = findings.Source.Catalogs.SelectMany(static catalog => catalog.Unpopulated).ToHashSet();
        foreach (var database in findings.Inventory.Databases.Where(static database => database.Verified))
        {
            var readings = findings.Readings.Where(reading => reading.Name.Database == database.Name).ToList();
            var read = readings.Where(static reading => reading.Outcome == ReadingOutcome.Read).Sum(static reading => reading.Rows);
            var unread = readings
                .Where(reading => reading.Outcome == ReadingOutcome.NotJudged && !empty.Contains(reading.Name) && !findings.Database.MayStayUnread.Contains(reading.Name.ToString()))
                .ToList();
            var total = read + unread.Sum(static reading => reading.Rows);
            if (readings.Count == 0 || (total == 0 && unread.Count == 0))
            {
                continue;
            }

            var share = total == 0 ? 0 : (double)read / total;
            var enough = share >= minimum && (unread.Count == 0 || minimum == 0);
            yield return new CheckResult
            {
                Id = $"read-share:{database.Name}",
                Question = $"Could enough rows of database {database.Name} be read?",
                Outcome = enough ? CheckOutcome.Passed : CheckOutcome.NotAvailable,
                Expected = FormattableString.Invariant($"{Percent.Configured(minimum)} of the rows, of the database and of each table"),
                Found = unread.Count == 0
                    ? FormattableString.Invariant($"{Percent.Of(share)}")
                    : FormattableString.Invariant($"{Percent.Of(share)}; not judged: {string.Join("; ", unread.Take(5).Select(static reading => $"{reading.Name} ({reading.Reason})"))}")
                        + (unread.Count > 5 ? $"; and {unread.Count - 5} more" : string.Empty),
            };
        }
    }
}
