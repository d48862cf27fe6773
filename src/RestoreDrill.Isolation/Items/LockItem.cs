using System.Globalization;
using RestoreDrill.Core.Copying.Backups;
using RestoreDrill.Isolation.Accounts;
using RestoreDrill.Isolation.Documents;

namespace RestoreDrill.Isolation.Items;

/// <summary>The lock. What is there is only ever made narrower.</summary>
internal sealed class LockItem(IsolationOptions options, MemberVaults vaults, TimeProvider time) : IIsolationItem
{
    private const string Put = "backup:PutBackupVaultLockConfiguration";

    public string Id => "lock";

    public string Account => "vault";

    public string Says => "The vault is locked in compliance mode, and the retention of copies lies in its range";

    public string? Irreversible => string.Create(
        CultureInfo.InvariantCulture,
        $"{IsolationOptions.CoolingOffDays} days after it is made nobody can take the lock of {options.Vault} away, you and AWS included; what is copied in stays, and is paid for, until its retention ends");

    public async Task<ItemLook> LookAsync(CancellationToken cancellationToken)
    {
        if (await vaults.FindAsync(options.Vault, cancellationToken) is not { } vault)
        {
            return ItemLook.ToDo("there is no vault yet", Words(options.LockLeastDays, options.LockMostDays), Need("*"));
        }

        var mode = vault.LockAt(time.GetUtcNow());
        if (mode is VaultLockMode.None or VaultLockMode.Governance)
        {
            if (PolicyReading.DeniesEverybody(await vaults.FindPolicyAsync(options.Vault, cancellationToken), Put))
            {
                return ItemLook.NeedsPerson(
                    $"{(mode == VaultLockMode.None ? "no lock" : "locked in governance mode")}, and the vault's access policy denies everybody {Put}: it was put on before the lock",
                    "name another vault (RestoreDrill:Backup:Vault): such a policy denies to be changed, too, so that this vault can never be locked");
            }

            var (least, most) = Range(vault);
            return least <= options.RetentionDays && options.RetentionDays <= most
                ? ItemLook.ToDo(mode == VaultLockMode.None ? "no lock" : $"locked in governance mode, {vault.RangeWords}", Words(least, most), Need(vault.Arn))
                : OtherRange(vault);
        }

        var fits = (vault.MinRetentionDays ?? 1) <= options.RetentionDays && vault.MaxRetentionDays is { } longest && options.RetentionDays <= longest;
        return fits ? ItemLook.Done(vault.LockWords(time.GetUtcNow()).Replace("broken: ", "", StringComparison.Ordinal).Replace("holds: ", "", StringComparison.Ordinal)) : OtherRange(vault);
    }

    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        var vault = await vaults.FindAsync(options.Vault, cancellationToken) ?? throw new InvalidOperationException($"The backup vault {options.Vault}, which was made before, is not there.");
        var (least, most) = Range(vault);
        await vaults.LockAsync(options.Vault, least, most, cancellationToken);
    }

    private (int Least, int Most) Range(BackupVault vault) =>
        (Math.Max(vault.MinRetentionDays ?? options.LockLeastDays, options.LockLeastDays), Math.Min(vault.MaxRetentionDays ?? options.LockMostDays, options.LockMostDays));

    private ItemLook OtherRange(BackupVault vault) => ItemLook.NeedsPerson(
        string.Create(CultureInfo.InvariantCulture, $"the lock is for {vault.RangeWords}; RestoreDrill:Backup:RetentionDays is {options.RetentionDays}, which jobs would be refused with{(vault.MaxRetentionDays is null ? ", or has no end" : "")}"),
        "set a retention inside the range (RestoreDrill:Backup:RetentionDays), or name another vault (RestoreDrill:Backup:Vault): a lock is never made wider");

    private static string Words(int least, int most) =>
        string.Create(CultureInfo.InvariantCulture, $"locks it in compliance mode, for {least} to {most} days, with {IsolationOptions.CoolingOffDays} days in which that can still be taken back");

    private static NeededAction Need(string arn) => new(Put, arn);
}
