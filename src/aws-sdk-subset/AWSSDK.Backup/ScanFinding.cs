using Amazon.Runtime;

namespace Amazon.Backup;

/// <summary>Constants for properties of type ScanFinding; a value that is not listed here is kept as it came.</summary>
public class ScanFinding : ConstantClass
{
    public static readonly ScanFinding MALWARE = new("MALWARE");

    public ScanFinding(string value)
        : base(value)
    {
    }

    public static ScanFinding FindValue(string value) => FindValue<ScanFinding>(value);

    public static implicit operator ScanFinding(string value) => FindValue(value);
}
