using System.Globalization;

namespace RestoreDrill.Core.Manifests;

/// <summary>What a sequence has given out.</summary>
/// <param name="Last">Its last value; null: none was given out yet.</param>
/// <param name="Increment">Its step, negative for one that counts down.</param>
/// <remarks>A sequence runs ahead after crash recovery: 32 values are logged in advance (PostgreSQL, sequence.c, SEQ_LOG_VALS), and each session may hold a cache of more.</remarks>
public sealed record SequenceStand(long? Last, long Increment)
{
    /// <summary>The text of a <see cref="CatalogItem"/>: <c>41 by 1</c>, <c>unused by -1</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Last is { } last ? last.ToString(CultureInfo.InvariantCulture) : "unused")} by {Increment}");

    /// <exception cref="FormatException">The text is not one that <see cref="ToString"/> wrote.</exception>
    public static SequenceStand Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(" by ") is [var last, var increment] && long.TryParse(increment, CultureInfo.InvariantCulture, out var step)
            && (last == "unused" || long.TryParse(last, CultureInfo.InvariantCulture, out _))
                ? new SequenceStand(last == "unused" ? null : long.Parse(last, CultureInfo.InvariantCulture), step)
                : throw new FormatException($"'{text}' is not the stand of a sequence.");
    }

    /// <summary>Whether this one has given out everything that the other had.</summary>
    public bool Reaches(SequenceStand other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.Last is not { } before || (Last is { } now && (other.Increment > 0 ? now >= before : now <= before));
    }
}
