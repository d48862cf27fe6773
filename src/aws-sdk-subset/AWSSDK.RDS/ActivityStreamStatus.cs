using Amazon.Runtime;

namespace Amazon.RDS;

/// <summary>Constants for properties of type ActivityStreamStatus; a value that is not listed here is kept as it came.</summary>
public class ActivityStreamStatus : ConstantClass
{
    public static readonly ActivityStreamStatus Started = new("started");
    public static readonly ActivityStreamStatus Starting = new("starting");
    public static readonly ActivityStreamStatus Stopped = new("stopped");
    public static readonly ActivityStreamStatus Stopping = new("stopping");

    public ActivityStreamStatus(string value)
        : base(value)
    {
    }

    public static ActivityStreamStatus FindValue(string value) => FindValue<ActivityStreamStatus>(value);

    public static implicit operator ActivityStreamStatus(string value) => FindValue(value);
}
