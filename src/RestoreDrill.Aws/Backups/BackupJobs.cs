using Amazon.Backup.Model;
using RestoreDrill.Aws.Access;
using RestoreDrill.Aws.Calls;
using RestoreDrill.Core.Copying.Backups;
using BackupJob = RestoreDrill.Core.Copying.Backups.BackupJob;
using CopyJob = RestoreDrill.Core.Copying.Backups.CopyJob;

namespace RestoreDrill.Aws.Backups;

/// <summary>Backup and copy jobs of an account.</summary>
internal static class BackupJobs
{
    private const string NotFound = "ResourceNotFoundException";

    public static async Task<string> StartBackupAsync(AccountSession session, BackupOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var request = new StartBackupJobRequest
        {
            BackupVaultName = order.Vault,
            ResourceArn = order.InstanceArn,
            IamRoleArn = order.RoleArn,
            IdempotencyToken = order.Token,
            Lifecycle = new Lifecycle { DeleteAfterDays = order.RetentionDays },
            RecoveryPointTags = new Dictionary<string, string>(order.Tags),
        };
        var answer = await session.Calls.ChangeAsync(
            "backup:StartBackupJob", $"{order.InstanceArn} into backup vault {order.Vault}", session.Backup.StartBackupJobAsync, request, cancellationToken);
        return Answers.Needed(answer.BackupJobId, "backup job id");
    }

    public static async Task<BackupJob?> FindBackupAsync(AccountSession session, string job, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(job);
        var found = await session.Calls.LookAsync(
            "backup:DescribeBackupJob",
            $"backup job {job}",
            NotFound,
            session.Backup.DescribeBackupJobAsync,
            new DescribeBackupJobRequest { BackupJobId = job },
            cancellationToken);
        return found is null ? null : new BackupJob(job, Answers.Needed(found.State?.Value, "backup job state"), found.StatusMessage, found.RecoveryPointArn);
    }

    public static async Task<string> StartCopyAsync(AccountSession session, CopyOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var request = new StartCopyJobRequest
        {
            RecoveryPointArn = order.PointArn,
            SourceBackupVaultName = order.SourceVault,
            DestinationBackupVaultArn = order.VaultArn,
            IamRoleArn = order.RoleArn,
            IdempotencyToken = order.Token,
            Lifecycle = new Lifecycle { DeleteAfterDays = order.RetentionDays },
        };
        var answer = await session.Calls.ChangeAsync(
            "backup:StartCopyJob", $"{order.PointArn} into {order.VaultArn}", session.Backup.StartCopyJobAsync, request, cancellationToken);
        return Answers.Needed(answer.CopyJobId, "copy job id");
    }

    public static async Task<CopyJob?> FindCopyAsync(AccountSession session, string job, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(job);
        var answer = await session.Calls.LookAsync(
            "backup:DescribeCopyJob",
            $"copy job {job}",
            NotFound,
            session.Backup.DescribeCopyJobAsync,
            new DescribeCopyJobRequest { CopyJobId = job },
            cancellationToken);
        return answer?.CopyJob is { } found
            ? new CopyJob(job, Answers.Needed(found.State?.Value, "copy job state"), found.StatusMessage, found.DestinationRecoveryPointArn, found.DestinationVaultLockState)
            : null;
    }
}
