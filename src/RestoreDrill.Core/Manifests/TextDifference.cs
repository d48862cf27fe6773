namespace RestoreDrill.Core.Manifests;

/// <summary>Shortens two texts to where they differ, for a person.</summary>
internal static class TextDifference
{
    /// <summary>Up to this many characters a text is shown whole.</summary>
    public const int Whole = 200;

    private const int Context = 60;
    private const string Cut = "…";

    public static (string Left, string Right) Of(string left, string right)
    {
        if (left.Length <= Whole && right.Length <= Whole)
        {
            return (left, right);
        }
        var at = 0;
        while (at < left.Length && at < right.Length && left[at] == right[at])
        {
            at++;
        }
        var start = Math.Max(0, at - Context);
        return (Window(left, start), Window(right, start));
    }

    private static string Window(string text, int start)
    {
        var end = Math.Min(text.Length, start + Whole);
        // Half of a surrogate pair is no text.
        start -= start > 0 && start < text.Length && char.IsLowSurrogate(text[start]) ? 1 : 0;
        end -= end < text.Length && char.IsLowSurrogate(text[end]) ? 1 : 0;
        return $"{(start > 0 ? Cut : "")}{(start < end ? text[start..end] : "")}{(end < text.Length ? Cut : "")}";
    }
}
