using Amazon.Runtime;

namespace Amazon.Backup;

/// <summary>Constants for properties of type VaultType; a value that is not listed here is kept as it came.</summary>
public class VaultType : ConstantClass
{
    public static readonly VaultType BACKUP_VAULT = new("BACKUP_VAULT");
    public static readonly VaultType LOGICALLY_AIR_GAPPED_BACKUP_VAULT = new("LOGICALLY_AIR_GAPPED_BACKUP_VAULT");
    public static readonly VaultType RESTORE_ACCESS_BACKUP_VAULT = new("RESTORE_ACCESS_BACKUP_VAULT");

    public VaultType(string value)
        : base(value)
    {
    }

    public static VaultType FindValue(string value) => FindValue<VaultType>(value);

    public static implicit operator VaultType(string value) => FindValue(value);
}
