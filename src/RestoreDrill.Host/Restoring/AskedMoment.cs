using System.Globalization;

namespace RestoreDrill.Host.Restoring;

/// <summary>
/// A moment that a person writes. Only what can be read in one way is taken: year, month and day in this order, and a zone. What is lost by an emergency restore hangs on it.
/// </summary>
internal static class AskedMoment
{
    public const string Example = "2026-02-26T21:00:00Z";

    private static readonly string[] Forms =
    [
        .. from date in (string[])["yyyy-MM-dd'T'", "yyyy-MM-dd' '"]
           from time in (string[])["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"]
           from zone in (string[])["'Z'", "' UTC'", "zzz"]
           select date + time + zone,
    ];

    /// <summary>ISO 8601 with <c>Z</c> or an offset, or date and time with <c>UTC</c>.</summary>
    /// <returns>Null: it is something else.</returns>
    public static DateTimeOffset? Of(string text) =>
        DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null;
}
