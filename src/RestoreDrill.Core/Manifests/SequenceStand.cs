using System.Globalization;
using System.Text.RegularExpressions;

namespace RestoreDrill.Core.Manifests;

/// <summary>What a sequence has given out.</summary>
/// <param name="Last">Its last value; null: none was given out yet.</param>
/// <param name="Increment">Its step, negative for one that counts down.</param>
/// <param name="Cache">How many values a session takes at once; null: written by a version that did not note it.</param>
public sealed partial record SequenceStand(long? Last, long Increment, long? Cache = null)
{
    /// <summary>
    /// So many values are logged in advance, and show as given out after crash recovery (PostgreSQL, commands/sequence.c, SEQ_LOG_VALS).
    /// </summary>
    private const int LoggedAhead = 32;

    /// <summary>The text of a <see cref="CatalogItem"/>: <c>41 by 1 in 20</c>, <c>unused by -1</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Last?.ToString(CultureInfo.InvariantCulture) ?? "unused"} by {Increment}{(Cache is { } cache ? $" in {cache}" : string.Empty)}");

    /// <exception cref="FormatException">The text is not one that <see cref="ToString"/> wrote.</exception>
    public static SequenceStand Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var match = Form().Match(text);
        return match.Success && Number(match.Groups["step"]) is { } step && (match.Groups["last"].Value == "unused" || Number(match.Groups["last"]) is not null)
            ? new SequenceStand(Number(match.Groups["last"]), step, Number(match.Groups["cache"]))
            : throw new FormatException($"'{text}' is not the stand of a sequence.");
    }

    /// <summary>Whether this one has given out everything that the other had.</summary>
    public bool Reaches(SequenceStand other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.Last is not { } before || (Last is { } now && (other.Increment > 0 ? now >= before : now <= before));
    }

    /// <summary>
    /// Whether this one, read after crash recovery, may have been the other at an earlier moment: it is not further ahead than the values that are logged in advance,
    /// and those that a session takes at once. True where the other does not say how many these are.
    /// </summary>
    public bool IsWithin(SequenceStand other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Cache is not { } cache || Last is not { } now)
        {
            return true;
        }

        var most = other.Last + ((LoggedAhead + (Int128)cache) * other.Increment);
        return other.Increment > 0 ? now <= most : now >= most;
    }

    private static long? Number(Group group) => long.TryParse(group.ValueSpan, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^(?<last>unused|-?[0-9]+) by (?<step>-?[0-9]+)( in (?<cache>[0-9]+))?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
