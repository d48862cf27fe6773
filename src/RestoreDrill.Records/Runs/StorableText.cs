using System.Text;

namespace RestoreDrill.Records.Runs;

/// <summary>
/// Free text as PostgreSQL can keep it. Its <c>text</c> has neither U+0000 nor half a surrogate pair; a message that holds one (an error
/// quoting damaged data) must not keep a run from being recorded.
/// </summary>
internal static class StorableText
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

    private static bool NeedsMending(string text) => text.Contains('\0', StringComparison.Ordinal) || text.AsSpan().ContainsAnyInRange('\ud800', '\udfff');
}
