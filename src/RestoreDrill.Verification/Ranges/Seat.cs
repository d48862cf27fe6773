namespace RestoreDrill.Verification.Ranges;

/// <summary>One connection's place at the <see cref="RangeQueue"/>.</summary>
internal sealed class Seat
{
    /// <summary>The database its session is in; null: it has none.</summary>
    public string? Database { get; set; }

    /// <summary>Databases that let no further session in, and have one that reads.</summary>
    public HashSet<string> Avoided { get; } = new(StringComparer.Ordinal);
}
