using Amazon.Runtime;

namespace Amazon.RDS;

/// <summary>Constants for properties of type StorageEncryptionType; a value that is not listed here is kept as it came.</summary>
public class StorageEncryptionType : ConstantClass
{
    public static readonly StorageEncryptionType None = new("none");
    public static readonly StorageEncryptionType SseKms = new("sse-kms");
    public static readonly StorageEncryptionType SseRds = new("sse-rds");

    public StorageEncryptionType(string value)
        : base(value)
    {
    }

    public static StorageEncryptionType FindValue(string value) => FindValue<StorageEncryptionType>(value);

    public static implicit operator StorageEncryptionType(string value) => FindValue(value);
}
