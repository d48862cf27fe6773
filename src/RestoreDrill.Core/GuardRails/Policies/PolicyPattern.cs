namespace RestoreDrill.Core.GuardRails.Policies;

/// <summary>AWS's patterns of actions and resources: <c>*</c> is any text, <c>?</c> any one character.</summary>
internal static class PolicyPattern
{
    public static bool Matches(string pattern, string text, bool ignoreCase)
    {
        // The classic walk with one place to come back to: no pattern takes longer than its length times the text's.
        var comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        int at = 0, place = 0, star = -1, mark = 0;
        while (at < text.Length)
        {
            if (place < pattern.Length && pattern[place] == '*')
            {
                (star, mark, place) = (place, at, place + 1);
            }
            else if (place < pattern.Length && (pattern[place] == '?' || string.Compare(pattern, place, text, at, 1, comparison) == 0))
            {
                (place, at) = (place + 1, at + 1);
            }
            else if (star >= 0)
            {
                mark++;
                (place, at) = (star + 1, mark);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(place).TrimStart('*').IsEmpty;
    }
}
