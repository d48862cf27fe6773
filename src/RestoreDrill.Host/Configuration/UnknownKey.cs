namespace RestoreDrill.Host.Configuration;

/// <summary>What is said of a key that nobody knows.</summary>
internal static class UnknownKey
{
    public static string Describe(string key, IReadOnlyCollection<string> known)
    {
        var nearest = known.OrderBy(candidate => Distance(key, candidate)).ThenBy(static candidate => candidate, StringComparer.Ordinal).FirstOrDefault();
        var all = string.Join(", ", known.Order(StringComparer.Ordinal));
        return nearest is not null && Distance(key, nearest) <= Math.Max(1, key.Length / 3)
            ? $"is not a key that RestoreDrill knows; did you mean {nearest}? Known here: {all}"
            : $"is not a key that RestoreDrill knows; take it out. Known here: {all}";
    }

    /// <summary>Edits (insert, delete, replace a letter) between two keys, case ignored.</summary>
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]) ? 0 : 1;
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + cost));
            }
        }

        return row[right.Length];
    }
}
