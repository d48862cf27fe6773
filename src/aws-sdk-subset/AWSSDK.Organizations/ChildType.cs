using Amazon.Runtime;

namespace Amazon.Organizations;

/// <summary>Constants for properties of type ChildType; a value that is not listed here is kept as it came.</summary>
public class ChildType : ConstantClass
{
    public static readonly ChildType ACCOUNT = new("ACCOUNT");
    public static readonly ChildType ORGANIZATIONAL_UNIT = new("ORGANIZATIONAL_UNIT");

    public ChildType(string value)
        : base(value)
    {
    }

    public static ChildType FindValue(string value) => FindValue<ChildType>(value);

    public static implicit operator ChildType(string value) => FindValue(value);
}
