using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Kms;

namespace RestoreDrill.Sandbox.Backup.Vaults;

/// <summary>
/// The vaults that the accounts begin with, as RestoreDrill's set-up leaves them: one in the source account for backups on their way, and in the vault account the
/// locked one, whose lock became immutable before the sandbox was started; and where emergency restores are into the source account, one there for what is copied back. Copies between the accounts are switched on.
/// </summary>
internal sealed class PremadeVaults(SandboxOptions options, AccountStates states, ShippedPolicies shipped, SandboxClock clock)
{
    public const string Staging = "restoredrill-staging";
    public const string Copies = "restoredrill-copies";

    /// <summary>Where copies come to that are restored in another account than the vault's.</summary>
    public const string Restored = "restoredrill-restored";

    private const int LeastDays = 7;
    private const int MostDays = 365;

    /// <summary>Days that have gone by since the set-up: more than the cooling-off of its lock.</summary>
    private const int Age = 10;

    /// <summary>Gives each account what it begins with, at its first start.</summary>
    public void Make()
    {
        lock (states.Gate)
        {
            Begin(Account.Source, state =>
            {
                state.Backup.Vaults.Add(Vault(Account.Source, Staging));
                if (options.RestoreInto == Account.Source)
                {
                    var vault = Vault(Account.Source, Restored);
                    vault.AccessPolicy = shipped.Filled("target-vault");
                    state.Backup.Vaults.Add(vault);
                }
            });
            Begin(Account.Vault, state =>
            {
                var vault = Vault(Account.Vault, Copies);
                vault.Lock = new VaultLock(LeastDays, MostDays, clock.GetUtcNow().AddDays(3 - Age));
                vault.AccessPolicy = shipped.Filled("backup-vault");
                state.Backup.Vaults.Add(vault);
            });
            Begin(Account.Management, static state => state.Backup.GlobalSettings[BackupOrganisation.CrossAccount] = "true");
        }
    }

    private void Begin(Account account, Action<AccountState> begin)
    {
        var state = states.Of(account.Id);
        if (!state.Backup.IsFurnished)
        {
            state.Backup.IsFurnished = true;
            begin(state);
            states.Save(state);
        }
    }

    private BackupVault Vault(Account account, string name) => new()
    {
        AccountId = account.Id,
        Region = options.Region,
        Name = name,
        EncryptionKeyArn = KmsKey.FirstArn(account.Id, options.Region, KmsKey.CustomerAlias),
        CreatedAt = clock.GetUtcNow().AddDays(-Age),
    };
}
