using Amazon.Runtime;

namespace Amazon.RDS;

/// <summary>Constants for properties of type UpgradeRolloutOrder; a value that is not listed here is kept as it came.</summary>
public class UpgradeRolloutOrder : ConstantClass
{
    public static readonly UpgradeRolloutOrder First = new("first");
    public static readonly UpgradeRolloutOrder Last = new("last");
    public static readonly UpgradeRolloutOrder Second = new("second");

    public UpgradeRolloutOrder(string value)
        : base(value)
    {
    }

    public static UpgradeRolloutOrder FindValue(string value) => FindValue<UpgradeRolloutOrder>(value);

    public static implicit operator UpgradeRolloutOrder(string value) => FindValue(value);
}
