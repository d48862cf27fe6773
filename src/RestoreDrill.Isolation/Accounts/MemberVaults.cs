using Amazon.Backup.Model;
using RestoreDrill.Aws.Access;
using RestoreDrill.Aws.Calls;
using RestoreDrill.Core.Copying.Backups;

namespace RestoreDrill.Isolation.Accounts;

/// <summary>The backup vaults of one account and region.</summary>
internal sealed class MemberVaults(AccountSession session)
{
    /// <summary>
    /// A vault by name; null: there is none. By way of the list: DescribeBackupVault answers AccessDeniedException for a vault that is not there, whoever asks.
    /// </summary>
    public async Task<BackupVault?> FindAsync(string name, CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            var page = await session.Calls.AskAsync(
                "backup:ListBackupVaults", "the account's backup vaults", session.Backup.ListBackupVaultsAsync, new ListBackupVaultsRequest { NextToken = next }, cancellationToken);
            if ((page.BackupVaultList ?? []).Find(vault => vault.BackupVaultName == name) is { } found)
            {
                return new BackupVault
                {
                    Name = name,
                    Arn = Answers.Needed(found.BackupVaultArn, "backup vault ARN"),
                    KeyArn = found.EncryptionKeyArn,
                    IsLocked = found.Locked ?? false,
                    LockDate = Answers.Time(found.LockDate),
                    MinRetentionDays = (int?)found.MinRetentionDays,
                    MaxRetentionDays = (int?)found.MaxRetentionDays,
                };
            }

            next = page.NextToken;
        }
        while (!string.IsNullOrEmpty(next));

        return null;
    }

    /// <param name="name">The vault's name.</param>
    /// <param name="keyArn">Its key; null: the one that AWS manages.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task CreateAsync(string name, string? keyArn, CancellationToken cancellationToken) => session.Calls.ChangeAsync(
        "backup:CreateBackupVault",
        $"backup vault {name}",
        session.Backup.CreateBackupVaultAsync,
        new CreateBackupVaultRequest { BackupVaultName = name, EncryptionKeyArn = keyArn },
        cancellationToken);

    /// <summary>A vault's access policy; null: it has none.</summary>
    public async Task<string?> FindPolicyAsync(string name, CancellationToken cancellationToken)
    {
        var answer = await session.Calls.LookAsync(
            "backup:GetBackupVaultAccessPolicy",
            $"access policy of backup vault {name}",
            "ResourceNotFoundException",
            session.Backup.GetBackupVaultAccessPolicyAsync,
            new GetBackupVaultAccessPolicyRequest { BackupVaultName = name },
            cancellationToken);
        return answer?.Policy;
    }

    public Task PutPolicyAsync(string name, string policy, CancellationToken cancellationToken) => session.Calls.ChangeAsync(
        "backup:PutBackupVaultAccessPolicy",
        $"access policy of backup vault {name}",
        session.Backup.PutBackupVaultAccessPolicyAsync,
        new PutBackupVaultAccessPolicyRequest { BackupVaultName = name, Policy = policy },
        cancellationToken);

    /// <summary>Locks in compliance mode. After the cooling-off nobody can take the lock away, AWS included.</summary>
    public Task LockAsync(string name, int leastDays, int mostDays, CancellationToken cancellationToken) => session.Calls.ChangeAsync(
        "backup:PutBackupVaultLockConfiguration",
        $"lock of backup vault {name}",
        session.Backup.PutBackupVaultLockConfigurationAsync,
        new PutBackupVaultLockConfigurationRequest
        {
            BackupVaultName = name, MinRetentionDays = leastDays, MaxRetentionDays = mostDays, ChangeableForDays = IsolationOptions.CoolingOffDays,
        },
        cancellationToken);
}
