using Amazon.Runtime;

namespace Amazon.Backup;

/// <summary>Constants for properties of type LegalHoldStatus; a value that is not listed here is kept as it came.</summary>
public class LegalHoldStatus : ConstantClass
{
    public static readonly LegalHoldStatus CREATING = new("CREATING");
    public static readonly LegalHoldStatus ACTIVE = new("ACTIVE");
    public static readonly LegalHoldStatus CANCELING = new("CANCELING");
    public static readonly LegalHoldStatus CANCELED = new("CANCELED");

    public LegalHoldStatus(string value)
        : base(value)
    {
    }

    public static LegalHoldStatus FindValue(string value) => FindValue<LegalHoldStatus>(value);

    public static implicit operator LegalHoldStatus(string value) => FindValue(value);
}
