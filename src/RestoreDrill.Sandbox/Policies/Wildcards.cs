namespace RestoreDrill.Sandbox.Policies;

/// <summary>Matches a text against characters and wildcards: <c>*</c> is any number of characters, <c>?</c> exactly one.</summary>
internal static class Wildcards
{
    public static bool Match(IReadOnlyList<TextPattern.Piece> pattern, string text, bool ignoreCase)
    {
        var (at, wanted, star, retry) = (0, 0, -1, 0);
        while (at < text.Length)
        {
            if (wanted < pattern.Count && IsRun(pattern[wanted]))
            {
                (star, retry) = (wanted++, at);
            }
            else if (wanted < pattern.Count && IsOne(pattern[wanted], text[at], ignoreCase))
            {
                wanted++;
                at++;
            }
            else if (star >= 0)
            {
                (wanted, at) = (star + 1, ++retry);
            }
            else
            {
                return false;
            }
        }

        return pattern.Skip(wanted).All(IsRun);
    }

    private static bool IsRun(TextPattern.Piece piece) => piece is { IsWildcard: true, Character: '*' };

    private static bool IsOne(TextPattern.Piece piece, char character, bool ignoreCase) =>
        piece.IsWildcard || piece.Character == character || (ignoreCase && char.ToLowerInvariant(piece.Character) == char.ToLowerInvariant(character));
}
