using Amazon.Backup.Model;
using RestoreDrill.Aws.Access;
using RestoreDrill.Aws.Calls;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying.Backups;

namespace RestoreDrill.Aws.Backups;

/// <summary>What an account's AWS Backup says of a vault, and of a recovery point in one.</summary>
internal static class BackupVaults
{
    private const string NotFound = "ResourceNotFoundException";

    public static async Task<BackupVault?> FindAsync(AccountSession session, string vault, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(vault);
        var found = await DescribeAsync(session, vault, cancellationToken);
        return found is null ? null : new BackupVault
        {
            Name = vault,
            Arn = Answers.Needed(found.BackupVaultArn, "backup vault ARN"),
            KeyArn = found.EncryptionKeyArn,
            IsLocked = found.Locked ?? false,
            LockDate = Answers.Time(found.LockDate),
            MinRetentionDays = (int?)found.MinRetentionDays,
            MaxRetentionDays = (int?)found.MaxRetentionDays,
        };
    }

    private static async Task<DescribeBackupVaultResponse?> DescribeAsync(AccountSession session, string vault, CancellationToken cancellationToken)
    {
        try
        {
            return await session.Calls.LookAsync(
                "backup:DescribeBackupVault",
                $"backup vault {vault}",
                NotFound,
                session.Backup.DescribeBackupVaultAsync,
                new DescribeBackupVaultRequest { BackupVaultName = vault },
                cancellationToken);
        }
        catch (CloudException e) when (e.Fault == CloudFault.AccessDenied)
        {
            throw new CloudException(e.Fault, e.Operation, e.Subject, e.Code, e.RequestId, $"{e.Answer} AWS Backup answers so for a vault that is not there, too: check its name.", e);
        }
    }

    public static async Task<RecoveryPoint?> FindPointAsync(AccountSession session, string vault, string pointArn, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(vault);
        ArgumentException.ThrowIfNullOrEmpty(pointArn);
        var found = await session.Calls.LookAsync(
            "backup:DescribeRecoveryPoint",
            $"recovery point {pointArn} of backup vault {vault}",
            NotFound,
            session.Backup.DescribeRecoveryPointAsync,
            new DescribeRecoveryPointRequest { BackupVaultName = vault, RecoveryPointArn = pointArn },
            cancellationToken);
        return found is null ? null : new RecoveryPoint
        {
            Arn = Answers.Needed(found.RecoveryPointArn, "recovery point ARN"),
            Status = Answers.Needed(found.Status?.Value, "recovery point status"),
            ResourceArn = found.ResourceArn,
            SourceVaultArn = found.SourceBackupVaultArn,
            KeyArn = found.EncryptionKeyArn,
            DeleteAt = Answers.Time(found.CalculatedLifecycle?.DeleteAt),
        };
    }

    public static Task TagAsync(AccountSession session, string pointArn, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) =>
        session.Calls.ChangeAsync(
            "backup:TagResource",
            pointArn,
            session.Backup.TagResourceAsync,
            new TagResourceRequest { ResourceArn = pointArn, Tags = new Dictionary<string, string>(tags) },
            cancellationToken);
}
