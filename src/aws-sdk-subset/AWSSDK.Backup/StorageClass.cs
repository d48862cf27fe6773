using Amazon.Runtime;

namespace Amazon.Backup;

/// <summary>Constants for properties of type StorageClass; a value that is not listed here is kept as it came.</summary>
public class StorageClass : ConstantClass
{
    public static readonly StorageClass WARM = new("WARM");
    public static readonly StorageClass COLD = new("COLD");
    public static readonly StorageClass DELETED = new("DELETED");

    public StorageClass(string value)
        : base(value)
    {
    }

    public static StorageClass FindValue(string value) => FindValue<StorageClass>(value);

    public static implicit operator StorageClass(string value) => FindValue(value);
}
