using Amazon.Runtime;

namespace Amazon.Backup;

/// <summary>Constants for properties of type RestoreJobStatus; a value that is not listed here is kept as it came.</summary>
public class RestoreJobStatus : ConstantClass
{
    public static readonly RestoreJobStatus PENDING = new("PENDING");
    public static readonly RestoreJobStatus RUNNING = new("RUNNING");
    public static readonly RestoreJobStatus COMPLETED = new("COMPLETED");
    public static readonly RestoreJobStatus ABORTED = new("ABORTED");
    public static readonly RestoreJobStatus FAILED = new("FAILED");

    public RestoreJobStatus(string value)
        : base(value)
    {
    }

    public static RestoreJobStatus FindValue(string value) => FindValue<RestoreJobStatus>(value);

    public static implicit operator RestoreJobStatus(string value) => FindValue(value);
}
