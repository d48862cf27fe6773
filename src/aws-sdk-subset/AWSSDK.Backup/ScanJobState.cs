using Amazon.Runtime;

namespace Amazon.Backup;

/// <summary>Constants for properties of type ScanJobState; a value that is not listed here is kept as it came.</summary>
public class ScanJobState : ConstantClass
{
    public static readonly ScanJobState COMPLETED = new("COMPLETED");
    public static readonly ScanJobState COMPLETED_WITH_ISSUES = new("COMPLETED_WITH_ISSUES");
    public static readonly ScanJobState FAILED = new("FAILED");
    public static readonly ScanJobState CANCELED = new("CANCELED");

    public ScanJobState(string value)
        : base(value)
    {
    }

    public static ScanJobState FindValue(string value) => FindValue<ScanJobState>(value);

    public static implicit operator ScanJobState(string value) => FindValue(value);
}
