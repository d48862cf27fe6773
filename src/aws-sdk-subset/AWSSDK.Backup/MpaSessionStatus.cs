using Amazon.Runtime;

namespace Amazon.Backup;

/// <summary>Constants for properties of type MpaSessionStatus; a value that is not listed here is kept as it came.</summary>
public class MpaSessionStatus : ConstantClass
{
    public static readonly MpaSessionStatus PENDING = new("PENDING");
    public static readonly MpaSessionStatus APPROVED = new("APPROVED");
    public static readonly MpaSessionStatus FAILED = new("FAILED");

    public MpaSessionStatus(string value)
        : base(value)
    {
    }

    public static MpaSessionStatus FindValue(string value) => FindValue<MpaSessionStatus>(value);

    public static implicit operator MpaSessionStatus(string value) => FindValue(value);
}
