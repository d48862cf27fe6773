namespace RestoreDrill.Core.Reading;

/// <summary>How a restored instance is read.</summary>
public sealed record ReadingOptions
{
    /// <summary>How many connections read at once; 2 unless set.</summary>
    public int Connections { get; init; } = 2;

    /// <summary>
    /// How long one statement should take: ranges are made as long as that needs. What is under way is lost when a drill is interrupted. 5 seconds unless set.
    /// </summary>
    public TimeSpan Statement { get; init; } = TimeSpan.FromSeconds(5);
}
