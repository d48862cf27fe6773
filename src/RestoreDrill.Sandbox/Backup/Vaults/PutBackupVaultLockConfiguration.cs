using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.Vaults;

/// <summary>
/// Locks a vault, or replaces its lock. ChangeableForDays makes it a compliance lock, which nobody can change any more from its lock date on; without it the
/// lock is in governance mode. At least 3 days, at most 36500; minimum from 1, maximum to 36500 days (API reference). The texts of the errors are not AWS's.
/// </summary>
internal sealed class PutBackupVaultLockConfiguration(SandboxClock clock) : IBackupOperation
{
    private const int Most = 36500;

    public string Name => nameof(PutBackupVaultLockConfiguration);

    public RestRoute Route { get; } = new("PUT", "/backup-vaults/{backupVaultName}/vault-lock");

    public Dictionary<string, object>? Execute(BackupCall call)
    {
        var vault = call.Vault();
        var now = clock.GetUtcNow();
        VaultLocks.RefuseImmutable(vault, now);
        var minimum = Days(call, "MinRetentionDays", 1);
        var maximum = Days(call, "MaxRetentionDays", 1);
        if (minimum > maximum)
        {
            throw BackupError.InvalidParameterValue($"MinRetentionDays ({minimum}) must not be greater than MaxRetentionDays ({maximum}).");
        }

        var changeable = Days(call, "ChangeableForDays", 3);
        vault.Lock = new VaultLock(minimum, maximum, changeable is { } days ? now.AddDays(days) : null);
        return null;
    }

    private static int? Days(BackupCall call, string name, int least) => call.Parameters.Number(name) switch
    {
        { } days when days < least || days > Most => throw BackupError.InvalidParameterValue($"{name} must be between {least} and {Most} days, not {days}."),
        var days => days,
    };
}
