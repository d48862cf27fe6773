using Amazon.Runtime;

namespace Amazon.RDS;

/// <summary>Constants for properties of type ActivityStreamMode; a value that is not listed here is kept as it came.</summary>
public class ActivityStreamMode : ConstantClass
{
    public static readonly ActivityStreamMode Async = new("async");
    public static readonly ActivityStreamMode Sync = new("sync");

    public ActivityStreamMode(string value)
        : base(value)
    {
    }

    public static ActivityStreamMode FindValue(string value) => FindValue<ActivityStreamMode>(value);

    public static implicit operator ActivityStreamMode(string value) => FindValue(value);
}
