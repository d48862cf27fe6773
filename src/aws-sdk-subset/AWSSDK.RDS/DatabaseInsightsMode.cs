using Amazon.Runtime;

namespace Amazon.RDS;

/// <summary>Constants for properties of type DatabaseInsightsMode; a value that is not listed here is kept as it came.</summary>
public class DatabaseInsightsMode : ConstantClass
{
    public static readonly DatabaseInsightsMode Advanced = new("advanced");
    public static readonly DatabaseInsightsMode Standard = new("standard");

    public DatabaseInsightsMode(string value)
        : base(value)
    {
    }

    public static DatabaseInsightsMode FindValue(string value) => FindValue<DatabaseInsightsMode>(value);

    public static implicit operator DatabaseInsightsMode(string value) => FindValue(value);
}
