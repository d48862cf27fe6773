using Amazon.Runtime;

namespace Amazon.Backup;

/// <summary>Constants for properties of type RestoreValidationStatus; a value that is not listed here is kept as it came.</summary>
public class RestoreValidationStatus : ConstantClass
{
    public static readonly RestoreValidationStatus FAILED = new("FAILED");
    public static readonly RestoreValidationStatus SUCCESSFUL = new("SUCCESSFUL");
    public static readonly RestoreValidationStatus TIMED_OUT = new("TIMED_OUT");
    public static readonly RestoreValidationStatus VALIDATING = new("VALIDATING");

    public RestoreValidationStatus(string value)
        : base(value)
    {
    }

    public static RestoreValidationStatus FindValue(string value) => FindValue<RestoreValidationStatus>(value);

    public static implicit operator RestoreValidationStatus(string value) => FindValue(value);
}
