using Amazon.Runtime;

namespace Amazon.Backup;

/// <summary>Constants for properties of type RestoreDeletionStatus; a value that is not listed here is kept as it came.</summary>
public class RestoreDeletionStatus : ConstantClass
{
    public static readonly RestoreDeletionStatus DELETING = new("DELETING");
    public static readonly RestoreDeletionStatus FAILED = new("FAILED");
    public static readonly RestoreDeletionStatus SUCCESSFUL = new("SUCCESSFUL");

    public RestoreDeletionStatus(string value)
        : base(value)
    {
    }

    public static RestoreDeletionStatus FindValue(string value) => FindValue<RestoreDeletionStatus>(value);

    public static implicit operator RestoreDeletionStatus(string value) => FindValue(value);
}
