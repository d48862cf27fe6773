using RestoreDrill.Core.Protection;

namespace RestoreDrill.Host.Configuration;

/// <summary><c>Restore:Account</c>: another account than the vault's that is restored into. Without it, it is the vault account.</summary>
internal sealed record RestoreAccountSection(RoleAccess? Access, RestoreAccountOptions? Options)
{
    private const string DefaultVault = "restoredrill-restored";
    private const string DefaultRole = "restoredrill-restore-target";
    private const string DefaultCopyRole = "restoredrill-backup-service";

    /// <summary>What the names of roles begin with that nobody may change (docs/iam/vault-account.scp.json, NobodyChangesTheRoles).</summary>
    private const string FrozenPrefix = "restoredrill-";

    /// <summary>The longest retention (API reference, PutBackupVaultLockConfiguration: 36500 days, "about 100 years").</summary>
    private const int MostDays = 36500;

    /// <param name="section">The section.</param>
    /// <param name="isWritten">Whether the configuration has it.</param>
    /// <param name="vault">The account that copies are in.</param>
    /// <param name="route">The way of copy runs.</param>
    public static RestoreAccountSection Read(Section section, bool isWritten, VaultSection vault, CopyRoute route)
    {
        if (!isWritten)
        {
            return new RestoreAccountSection(null, null);
        }

        if (route == CopyRoute.RdsSnapshot)
        {
            section.Findings.Add(section.Path, "cannot be gone to with Route rds-snapshot: its copies cannot be shared, and are restored in the vault account alone; leave the section out, or write Route aws-backup");
        }

        var account = section.RequiredText("AccountId", Forms.AccountId(), "the twelve digits of the account, in quotes");
        if (account is not null && account == vault.Keys.AccountId)
        {
            section.Findings.Add(section.KeyPath("AccountId"), "is the vault account, which is restored into without it; leave the section out, or write another account");
            account = null;
        }

        var name = section.Text("BackupVault") ?? DefaultVault;
        if (!Forms.BackupVault().IsMatch(name))
        {
            section.Findings.Add(section.KeyPath("BackupVault"), $"'{name}' is not the name of a backup vault; write 2 to 50 letters, digits, hyphens or underscores, not an ARN");
        }

        var role = Role(section, "RoleArn", account, "the account", DefaultRole);
        var copyRole = Role(section, "CopyRoleArn", vault.Keys.AccountId, "the vault account", DefaultCopyRole);
        if (copyRole is not null && !copyRole.Split('/')[^1].StartsWith(FrozenPrefix, StringComparison.Ordinal))
        {
            section.Findings.Add(section.KeyPath("CopyRoleArn"), $"is of a name that does not begin with {FrozenPrefix}: the role may share copies, and the service control policy freezes roles of such names alone; write another one");
        }

        var days = section.Whole("CopyRetentionDays", 1, MostDays);
        section.RejectUnknown();
        if (account is null || role is null || copyRole is null || vault.Keys is not { Region: { } region })
        {
            return new RestoreAccountSection(null, null);
        }

        var options = new RestoreAccountOptions
        {
            AccountId = account,
            VaultArn = $"{role[..role.IndexOf(":iam", StringComparison.Ordinal)]}:backup:{region}:{account}:backup-vault:{name}",
            CopyRoleArn = copyRole,
        };
        return new RestoreAccountSection(
            new RoleAccess { AccountId = account, Region = region, RoleArn = role, Endpoint = vault.Keys.Endpoint },
            days is { } given ? options with { CopyRetentionDays = given } : options);
    }

    /// <summary>A role of an account; one of the usual name unless written.</summary>
    private static string? Role(Section section, string key, string? account, string whose, string unlessSet)
    {
        if (section.Text(key) is not { } arn)
        {
            return account is null ? null : $"arn:aws:iam::{account}:role/{unlessSet}";
        }

        var match = Forms.RoleArn().Match(arn);
        if (match.Success && (account is null || match.Groups[1].Value == account))
        {
            return arn;
        }

        section.Findings.Add(section.KeyPath(key), $"'{arn}' is not a role of {whose}{(account is null ? string.Empty : $" {account}")}; write its ARN, for example arn:aws:iam::{account ?? "123456789012"}:role/{unlessSet}");
        return null;
    }
}
