using Amazon.Runtime;

namespace Amazon.RDS;

/// <summary>Constants for properties of type ApplyMethod; a value that is not listed here is kept as it came.</summary>
public class ApplyMethod : ConstantClass
{
    public static readonly ApplyMethod Immediate = new("immediate");
    public static readonly ApplyMethod PendingReboot = new("pending-reboot");

    public ApplyMethod(string value)
        : base(value)
    {
    }

    public static ApplyMethod FindValue(string value) => FindValue<ApplyMethod>(value);

    public static implicit operator ApplyMethod(string value) => FindValue(value);
}
