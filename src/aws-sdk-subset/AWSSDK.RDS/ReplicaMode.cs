using Amazon.Runtime;

namespace Amazon.RDS;

/// <summary>Constants for properties of type ReplicaMode; a value that is not listed here is kept as it came.</summary>
public class ReplicaMode : ConstantClass
{
    public static readonly ReplicaMode Mounted = new("mounted");
    public static readonly ReplicaMode OpenReadOnly = new("open-read-only");

    public ReplicaMode(string value)
        : base(value)
    {
    }

    public static ReplicaMode FindValue(string value) => FindValue<ReplicaMode>(value);

    public static implicit operator ReplicaMode(string value) => FindValue(value);
}
