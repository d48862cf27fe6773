using Amazon.Runtime;

namespace Amazon.Backup;

/// <summary>Constants for properties of type CopyJobState; a value that is not listed here is kept as it came.</summary>
public class CopyJobState : ConstantClass
{
    public static readonly CopyJobState CREATED = new("CREATED");
    public static readonly CopyJobState RUNNING = new("RUNNING");
    public static readonly CopyJobState COMPLETED = new("COMPLETED");
    public static readonly CopyJobState FAILED = new("FAILED");
    public static readonly CopyJobState PARTIAL = new("PARTIAL");

    public CopyJobState(string value)
        : base(value)
    {
    }

    public static CopyJobState FindValue(string value) => FindValue<CopyJobState>(value);

    public static implicit operator CopyJobState(string value) => FindValue(value);
}
