using System.Globalization;
using Npgsql;
using RestoreDrill.Core.Structures;
using RestoreDrill.Core.Verdicts;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Structures;

/// <summary>The answer to a question while it grows.</summary>
internal sealed class Tally
{
    private const int MostFindings = 50;
    private const int MostNames = 20;
    private readonly List<StructureFinding> findings = [];
    private readonly List<string> looked = [];
    private readonly Dictionary<(CheckOutcome Outcome, string Reason), List<string>> unlooked = [];
    private readonly List<string> remarks = [];

    /// <summary>How many objects were found to be wrong so far.</summary>
    public int FindingCount => findings.Count;

    /// <summary>What the server said, with nothing that can quote a row: errors of values and of the database's own functions do.</summary>
    public static string Words(PostgresException error) => error.SqlState[..2] switch
    {
        "22" or "23" or "38" or "39" or "44" or "P0" => $"{error.SqlState} (the server's words may quote a row, and are left out)",
        _ => ServerWords.Of(error),
    };

    public void Find(string name, string expected, string found) => findings.Add(new StructureFinding(name, expected, found));

    /// <summary>Says what was looked at, for example <c>41 indexes by amcheck</c>. The order stays.</summary>
    public void Looked(string sentence) => looked.Add(sentence);

    public void Looked(int count, string one, string many) => looked.Add(Count(count, one, many));

    /// <summary>Something worth knowing that changes no outcome.</summary>
    public void Remark(string sentence) => remarks.Add(sentence);

    /// <summary>The same, about some objects.</summary>
    public void Remark(string sentence, IReadOnlyCollection<string> names)
    {
        if (names.Count > 0)
        {
            remarks.Add($"{sentence}: {Names(names)}");
        }
    }

    /// <summary>An object that should have been looked at, and was not.</summary>
    public void NotLooked(string name, CheckOutcome outcome, string reason)
    {
        if (!unlooked.TryGetValue((outcome, reason), out var names))
        {
            unlooked[(outcome, reason)] = names = [];
        }
        names.Add(name);
    }

    /// <summary>The same, for what the server said.</summary>
    public void NotLooked(string name, PostgresException error) => NotLooked(name, OutcomeOf(error), Words(error));

    public StructureAnswer ToAnswer(StructureKind kind, string database, TimeSpan took) => new()
    {
        Kind = kind,
        Database = database,
        Outcome = Outcome,
        Findings =
        [
            .. findings.OrderBy(static f => f.Name, StringComparer.Ordinal).ThenBy(static f => f.Found, StringComparer.Ordinal).Take(MostFindings),
        ],
        FindingCount = findings.Count,
        Summary = Summary,
        Took = took,
    };

    private CheckOutcome Outcome =>
        findings.Count > 0 ? CheckOutcome.Failed
        : unlooked.Keys.Any(static key => key.Outcome == CheckOutcome.Errored) ? CheckOutcome.Errored
        : unlooked.Keys.Any(static key => key.Outcome == CheckOutcome.TimedOut) ? CheckOutcome.TimedOut
        : unlooked.Count > 0 ? CheckOutcome.NotAvailable
        : CheckOutcome.Passed;

    private string Summary => string.Join(
        ". ",
        new[] { looked.Count > 0 ? string.Join(", ", looked) : "nothing was looked at" }
            .Concat(unlooked.OrderBy(static u => u.Key.Reason, StringComparer.Ordinal)
                .Select(static u => $"Not looked at ({u.Key.Reason.TrimEnd('.')}): {Names(u.Value)}"))
            .Concat(remarks));

    public static string Count(long count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    private static string Names(IReadOnlyCollection<string> names)
    {
        var first = string.Join(", ", names.Order(StringComparer.Ordinal).Take(MostNames));
        return names.Count > MostNames ? string.Create(CultureInfo.InvariantCulture, $"{first} and {names.Count - MostNames} more") : first;
    }

    private static CheckOutcome OutcomeOf(PostgresException error) => error.SqlState switch
    {
        PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.LockNotAvailable => CheckOutcome.TimedOut,
        PostgresErrorCodes.InsufficientPrivilege => CheckOutcome.NotAvailable,
        _ => CheckOutcome.Errored,
    };
}
