using System.Globalization;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Verification.Checks;

/// <summary>
/// Compares an answer with an expectation. An answer that cannot be compared (wrong shape, wrong type) is an error of the question; one that is missing
/// (no row, NULL) or different is a failure of the data. Neither is a pass.
/// </summary>
internal static class AnswerJudge
{
    private const int LongestShown = 200;

    /// <summary>Why no answer of this form can be compared with what is expected, whatever its value; null: it can.</summary>
    /// <param name="columns">How many columns; 0: the statement gives no result.</param>
    /// <param name="typeName">PostgreSQL's name of the first column's type.</param>
    /// <param name="expected">What is expected.</param>
    public static string? Objection(int columns, string typeName, Expectation expected) => columns switch
    {
        _ when expected.MembersSet != 1 => $"the check expects {expected.MembersSet} things; it has to expect exactly one",
        0 => "the statement gives no result; a check is a query",
        _ when expected.NoRows => null,
        > 1 => $"{columns} columns; a check gives one",
        _ when expected.EqualTo is not null => null,
        _ when expected.NewerThan is not null => IsMoment(typeName) ? null : $"a column of type {typeName}; a timestamp or a date can be compared",
        _ => IsNumber(typeName) ? null : $"a column of type {typeName}; a number can be compared",
    };

    public static Judgement Judge(Answer answer, Expectation expected, DateTimeOffset dataTime)
    {
        if (expected.MembersSet != 1)
        {
            return Errored($"the check expects {expected.MembersSet} things; it has to expect exactly one");
        }
        if (answer.Columns == 0)
        {
            return Errored("the statement gives no result; a check is a query");
        }
        if (expected.NoRows)
        {
            return answer.Rows == 0 ? Passed("no rows") : Failed(answer.Rows == 1 ? "1 row" : "more than 1 row");
        }
        return answer switch
        {
            { Columns: > 1 } => Errored($"{answer.Columns} columns; a check gives one"),
            { Rows: 0 } => Failed("no row"),
            { Rows: > 1 } => Errored("more than 1 row; a check gives one"),
            { Text: null } => Failed("NULL"),
            _ when expected.EqualTo is { } text => Compare(Canonical(answer) == text, Shown(Canonical(answer))),
            _ when expected.NewerThan is { } age => Freshness(answer, age, dataTime),
            _ => Size(answer, expected),
        };
    }

    private static Judgement Size(Answer answer, Expectation expected)
    {
        if (!IsNumber(answer.TypeName))
        {
            return Errored($"{Shown(answer.Text!)}, of type {answer.TypeName}; a number can be compared");
        }
        if (!decimal.TryParse(answer.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            // Beyond decimal, and so beyond any limit that can be configured: the sign decides.
            if (!double.TryParse(answer.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var huge) || double.IsNaN(huge))
            {
                return Failed($"{Shown(answer.Text!)}, which has no size");
            }
            number = huge > 0 ? decimal.MaxValue : decimal.MinValue;
        }
        return Compare(number >= (expected.AtLeast ?? decimal.MinValue) && number <= (expected.AtMost ?? decimal.MaxValue), Shown(answer.Text!));
    }

    private static Judgement Freshness(Answer answer, TimeSpan age, DateTimeOffset dataTime)
    {
        if (!IsMoment(answer.TypeName))
        {
            return Errored($"{Shown(answer.Text!)}, of type {answer.TypeName}; a timestamp or a date can be compared");
        }
        if (answer.Text!.Contains("infinity", StringComparison.Ordinal))
        {
            return Failed($"{answer.Text}, which is no moment");
        }
        if (answer.Text.EndsWith(" BC", StringComparison.Ordinal))
        {
            return Failed(answer.Text);
        }
        if (!DateTimeOffset.TryParse(answer.Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment))
        {
            return Failed($"{Shown(answer.Text)}, which is beyond the year 9999");
        }
        var old = dataTime - moment;
        var relative = old >= TimeSpan.Zero ? $"{old:c} before the data's own time" : $"{old.Negate():c} after the data's own time";
        return Compare(old <= age, $"{answer.Text}{(answer.TypeName == "timestamp with time zone" ? "" : " (taken as UTC)")}, {relative}");
    }

    private static bool IsNumber(string type) => type is "smallint" or "integer" or "bigint" or "numeric" or "real" or "double precision";

    private static bool IsMoment(string type) => type is "timestamp with time zone" or "timestamp without time zone" or "date";

    // As a cast to text gives it, for which boolean is the one type that differs from its output form.
    private static string Canonical(Answer answer) => answer switch
    {
        { TypeName: "boolean", Text: "t" } => "true",
        { TypeName: "boolean", Text: "f" } => "false",
        _ => answer.Text!,
    };

    private static string Shown(string text) => text.Length <= LongestShown ? text : string.Concat(text.AsSpan(0, LongestShown), $"... ({text.Length} characters)");

    private static Judgement Compare(bool holds, string found) => holds ? Passed(found) : Failed(found);

    private static Judgement Passed(string found) => new(CheckOutcome.Passed, found);

    private static Judgement Failed(string found) => new(CheckOutcome.Failed, found);

    private static Judgement Errored(string found) => new(CheckOutcome.Errored, found);
}
