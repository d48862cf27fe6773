using System.Globalization;

namespace RestoreDrill.Dashboard.Html;

/// <summary>Moments and spans as people read them; moments are UTC.</summary>
internal static class Moments
{
    /// <summary>A <c>time</c> element, to the second.</summary>
    public static Markup Of(DateTimeOffset moment) => Markup.Of(
        $"<time datetime=\"{Text(moment, "yyyy-MM-ddTHH:mm:ssZ")}\">{Text(moment, "yyyy-MM-dd HH:mm:ss")}</time>");

    /// <summary>For example <c>under 1 s</c>, <c>4 s</c>, <c>3 min 20 s</c>, <c>2 h 05 min</c>; what is below zero (two clocks) counts as nothing.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalSeconds: < 1 } => "under 1 s",
        { TotalMinutes: < 1 } => Invariant($"{span.Seconds} s"),
        { TotalHours: < 1 } => Invariant($"{span.Minutes} min {span.Seconds:00} s"),
        { TotalDays: < 1 } => Invariant($"{span.Hours} h {span.Minutes:00} min"),
        _ => Invariant($"{(int)span.TotalDays} d {span.Hours} h"),
    };

    private static string Text(DateTimeOffset moment, string format) => moment.ToUniversalTime().ToString(format, CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
