using RestoreDrill.Core.Protection;

namespace RestoreDrill.Host.Configuration;

/// <summary><c>Backup</c>: the backup vaults of route <c>aws-backup</c>. All has a default: the names that the set-up of the accounts gives.</summary>
internal static class BackupSection
{
    private const string DefaultSourceVault = "restoredrill-staging";
    private const string DefaultVault = "restoredrill-copies";
    private const string DefaultRole = "restoredrill-backup-service";
    private const int DefaultRetentionDays = 35;

    /// <summary>The longest retention (API reference, PutBackupVaultLockConfiguration: 36500 days, "about 100 years").</summary>
    private const int MostDays = 36500;

    /// <summary>Null after a finding.</summary>
    public static BackupOptions? Read(Section section, AccessKeys source, AccessKeys vault)
    {
        var from = Vault(section, "SourceVault", DefaultSourceVault);
        var into = Vault(section, "Vault", DefaultVault);
        var role = Role(section, source);
        var sourceDays = section.Whole("SourceRetentionDays", 1, MostDays);
        var days = section.Whole("RetentionDays", 1, MostDays);
        section.RejectUnknown();
        if (from is null || into is null || role is null || vault is not { AccountId: { } account, Region: { } region })
        {
            return null;
        }

        var options = new BackupOptions
        {
            SourceVault = from,
            RoleArn = role,
            VaultArn = $"{role[..role.IndexOf(":iam", StringComparison.Ordinal)]}:backup:{region}:{account}:backup-vault:{into}",
            RetentionDays = days ?? DefaultRetentionDays,
        };
        return sourceDays is { } given ? options with { SourceRetentionDays = given } : options;
    }

    private static string? Vault(Section section, string key, string unlessSet)
    {
        if (section.Text(key) is not { } name)
        {
            return unlessSet;
        }

        if (Forms.BackupVault().IsMatch(name))
        {
            return name;
        }

        section.Findings.Add(section.KeyPath(key), $"'{name}' is not the name of a backup vault; write 2 to 50 letters, digits, hyphens or underscores, not an ARN");
        return null;
    }

    private static string? Role(Section section, AccessKeys source)
    {
        if (section.Text("RoleArn") is not { } arn)
        {
            return source.AccountId is { } account ? $"arn:aws:iam::{account}:role/{DefaultRole}" : null;
        }

        var match = Forms.RoleArn().Match(arn);
        if (match.Success && (source.AccountId is null || match.Groups[1].Value == source.AccountId))
        {
            return arn;
        }

        section.Findings.Add(section.KeyPath("RoleArn"), $"'{arn}' is not a role of the source account; write the role that AWS Backup works in there, for example arn:aws:iam::{source.AccountId ?? "123456789012"}:role/{DefaultRole}");
        return null;
    }
}
