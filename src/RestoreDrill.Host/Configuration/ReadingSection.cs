using RestoreDrill.Core.Reading;

namespace RestoreDrill.Host.Configuration;

/// <summary><c>Reading</c>: how a restored instance is read. Every key may be left out.</summary>
internal static class ReadingSection
{
    public static ReadingOptions Read(Section section)
    {
        var unset = new ReadingOptions();
        var reading = new ReadingOptions
        {
            Connections = section.Whole("Connections", 1) ?? unset.Connections,
            Statement = section.Duration("Statement") ?? unset.Statement,
        };
        section.RejectUnknown();
        return reading;
    }
}
