using Amazon.Runtime;

namespace Amazon.RDS;

/// <summary>Constants for properties of type ActivityStreamPolicyStatus; a value that is not listed here is kept as it came.</summary>
public class ActivityStreamPolicyStatus : ConstantClass
{
    public static readonly ActivityStreamPolicyStatus Locked = new("locked");
    public static readonly ActivityStreamPolicyStatus LockingPolicy = new("locking-policy");
    public static readonly ActivityStreamPolicyStatus Unlocked = new("unlocked");
    public static readonly ActivityStreamPolicyStatus UnlockingPolicy = new("unlocking-policy");

    public ActivityStreamPolicyStatus(string value)
        : base(value)
    {
    }

    public static ActivityStreamPolicyStatus FindValue(string value) => FindValue<ActivityStreamPolicyStatus>(value);

    public static implicit operator ActivityStreamPolicyStatus(string value) => FindValue(value);
}
