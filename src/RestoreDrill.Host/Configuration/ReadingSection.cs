using RestoreDrill.Core.Reading;

namespace RestoreDrill.Host.Configuration;

/// <summary><c>Reading</c>: how a restored instance is read. Every key may be left out.</summary>
internal static class ReadingSection
{
    /// <summary>More than the largest instance class has vCPUs.</summary>
    private const int MostConnections = 256;

    /// <summary>What is under way is lost when a drill is interrupted.</summary>
    private static readonly TimeSpan LongestStatement = TimeSpan.FromMinutes(10);

    public static ReadingOptions Read(Section section)
    {
        var unset = new ReadingOptions();
        var reading = new ReadingOptions
        {
            Connections = section.Whole("Connections", 1, MostConnections) ?? unset.Connections,
            Statement = section.Duration("Statement", LongestStatement) ?? unset.Statement,
        };
        section.RejectUnknown();
        return reading;
    }
}
