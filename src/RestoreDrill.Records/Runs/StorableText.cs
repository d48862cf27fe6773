using System.Text;
using System.Text.RegularExpressions;

namespace RestoreDrill.Records.Runs;

/// <summary>
/// Free text as PostgreSQL can keep it. Its <c>text</c> has neither U+0000 nor half a surrogate pair; a message that holds one (an error
/// quoting damaged data) must not keep a run from being recorded.
/// </summary>
internal static partial class StorableText
{
    internal static string? Of(string? text)
    {
        if (text is null || !NeedsMending(text))
        {
            return text;
        }

        var mended = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            mended.Append(rune.Value == 0 ? new Rune('\u2400') : rune);
        }

        return mended.ToString();
    }

    /// <summary>The same for JSON, whose <c>\u0000</c> PostgreSQL's <c>jsonb</c> refuses (PostgreSQL manual, 8.14).</summary>
    internal static string OfJson(string json) =>
        Escape().Replace(Of(json)!, static escape => escape.Value == @"\u0000" ? @"\u2400" : escape.Value);

    // Escapes are taken from left to right, so a backslash that is itself escaped begins none.
    [GeneratedRegex(@"\\(u0000|.)", RegexOptions.Singleline)]
    private static partial Regex Escape();

    private static bool NeedsMending(string text) =>
        text.Contains('\0', StringComparison.Ordinal) || text.AsSpan().ContainsAnyInRange('\ud800', '\udfff');
}
