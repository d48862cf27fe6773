using Amazon.Runtime;

namespace Amazon.RDS;

/// <summary>Constants for properties of type AutomationMode; a value that is not listed here is kept as it came.</summary>
public class AutomationMode : ConstantClass
{
    public static readonly AutomationMode AllPaused = new("all-paused");
    public static readonly AutomationMode Full = new("full");

    public AutomationMode(string value)
        : base(value)
    {
    }

    public static AutomationMode FindValue(string value) => FindValue<AutomationMode>(value);

    public static implicit operator AutomationMode(string value) => FindValue(value);
}
