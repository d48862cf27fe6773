namespace RestoreDrill.Core.Copying.Backups;

/// <summary>How firmly a backup vault is locked (AWS Backup developer guide, "AWS Backup Vault Lock").</summary>
public enum VaultLockMode
{
    None,

    /// <summary>Who has the permission can take the lock away.</summary>
    Governance,

    /// <summary>Compliance mode before its LockDate: the lock can still be taken away.</summary>
    CoolingOff,

    /// <summary>Compliance mode past its LockDate: nobody can take the lock away, AWS and the account's root user included.</summary>
    Compliance,
}
