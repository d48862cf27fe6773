using Amazon.Runtime;

namespace Amazon.Backup;

/// <summary>Constants for properties of type Index; a value that is not listed here is kept as it came.</summary>
public class Index : ConstantClass
{
    public static readonly Index ENABLED = new("ENABLED");
    public static readonly Index DISABLED = new("DISABLED");

    public Index(string value)
        : base(value)
    {
    }

    public static Index FindValue(string value) => FindValue<Index>(value);

    public static implicit operator Index(string value) => FindValue(value);
}
