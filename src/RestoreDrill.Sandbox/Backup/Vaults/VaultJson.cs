namespace RestoreDrill.Sandbox.Backup.Vaults;

/// <summary>A vault as AWS Backup answers it.</summary>
internal static class VaultJson
{
    /// <summary>The one type of vault that there is here: logically air-gapped ones do not take RDS instances.</summary>
    public const string Type = "BACKUP_VAULT";

    public static Dictionary<string, object> Render(BackupCall call, BackupVault vault) => BackupJson.Object(
        ("BackupVaultName", vault.Name),
        ("BackupVaultArn", vault.Arn.ToString()),
        ("VaultType", Type),
        ("VaultState", "AVAILABLE"),
        ("EncryptionKeyArn", vault.EncryptionKeyArn),
        ("CreationDate", vault.CreatedAt),
        ("CreatorRequestId", vault.CreatorRequestId),
        ("NumberOfRecoveryPoints", call.PointsOf(vault).Count()),
        ("Locked", vault.Lock is not null),
        ("MinRetentionDays", vault.Lock?.MinRetentionDays),
        ("MaxRetentionDays", vault.Lock?.MaxRetentionDays),
        ("LockDate", vault.Lock?.LockDate));

    public static string LockState(BackupVault vault) => vault.Lock is null ? "UNLOCKED" : "LOCKED";
}
