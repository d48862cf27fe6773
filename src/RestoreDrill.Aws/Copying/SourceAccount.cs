using System.Text.RegularExpressions;
using Amazon.RDS.Model;
using RestoreDrill.Aws.Access;
using RestoreDrill.Aws.Backups;
using RestoreDrill.Aws.Calls;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Copying.Backups;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Aws.Copying;

/// <summary>The source account on RDS, AWS Backup, KMS and STS.</summary>
public sealed partial class SourceAccount : ISourceAccount, IDisposable
{
    private const string Everybody = "all";

    private readonly AccountSession _session;

    internal SourceAccount(AccountSession session) => _session = session;

    public Task<AccountIdentity> IdentifyAsync(CancellationToken cancellationToken) => _session.IdentifyAsync(cancellationToken);

    public async Task<SourceInstance?> FindInstanceAsync(string instance, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(instance);
        var answer = await _session.Calls.LookAsync(
            "rds:DescribeDBInstances",
            $"instance {instance}",
            "DBInstanceNotFound",
            _session.Rds.DescribeDBInstancesAsync,
            new DescribeDBInstancesRequest { DBInstanceIdentifier = instance },
            cancellationToken);
        var found = answer?.DBInstances?.Find(candidate => candidate.DBInstanceIdentifier == instance);
        return found is null ? null : new SourceInstance
        {
            Name = found.DBInstanceIdentifier,
            Arn = Answers.Needed(found.DBInstanceArn, "instance ARN"),
            ResourceId = Answers.Needed(found.DbiResourceId, "DbiResourceId"),
            Status = Answers.Needed(found.DBInstanceStatus, "instance status"),
            Engine = Answers.Needed(found.Engine, "engine"),
            EngineVersion = Answers.Needed(found.EngineVersion, "engine version"),
            KmsKeyArn = found.StorageEncrypted == true ? Answers.Needed(found.KmsKeyId, "KMS key of an encrypted instance") : null,
            InstanceClass = Answers.Needed(found.DBInstanceClass, "instance class"),
            ParameterGroup = Answers.Needed(found.DBParameterGroups?.FirstOrDefault()?.DBParameterGroupName, "parameter group"),
            DeletionProtection = found.DeletionProtection ?? false,
            BackupRetentionDays = found.BackupRetentionPeriod ?? 0,
            MasterUser = Answers.Needed(found.MasterUsername, "master user"),
            Host = found.Endpoint?.Address,
            Port = found.Endpoint?.Port ?? 0,
        };
    }

    public Task<IReadOnlyDictionary<string, string>> ReadParametersAsync(
        string parameterGroup, IReadOnlyCollection<string> names, CancellationToken cancellationToken) =>
        Parameters.ReadAsync(_session, parameterGroup, names, cancellationToken);

    public Task<EncryptionKey> DescribeKeyAsync(string keyArn, CancellationToken cancellationToken) =>
        Keys.DescribeAsync(_session, keyArn, cancellationToken);

    public Task<CloudSnapshot?> FindSnapshotAsync(string snapshot, CancellationToken cancellationToken) =>
        Snapshots.FindAsync(_session, snapshot, cancellationToken);

    public Task<BackupVault?> FindVaultAsync(string vault, CancellationToken cancellationToken) => BackupVaults.FindAsync(_session, vault, cancellationToken);

    public Task<string> StartBackupAsync(BackupOrder order, CancellationToken cancellationToken) => BackupJobs.StartBackupAsync(_session, order, cancellationToken);

    public Task<BackupJob?> FindBackupJobAsync(string job, CancellationToken cancellationToken) => BackupJobs.FindBackupAsync(_session, job, cancellationToken);

    public Task<string> StartCopyAsync(CopyOrder order, CancellationToken cancellationToken) => BackupJobs.StartCopyAsync(_session, order, cancellationToken);

    public Task<CopyJob?> FindCopyJobAsync(string job, CancellationToken cancellationToken) => BackupJobs.FindCopyAsync(_session, job, cancellationToken);

    public async Task<CloudSnapshot> CreateSnapshotAsync(
        string instance, string snapshot, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken)
    {
        // The tags travel with the creating call: a snapshot that we die over is ours at once.
        var request = new CreateDBSnapshotRequest { DBInstanceIdentifier = instance, DBSnapshotIdentifier = snapshot, Tags = Answers.Tags(tags) };
        var answer = await _session.Calls.ChangeAsync(
            "rds:CreateDBSnapshot", $"snapshot {snapshot} of instance {instance}", _session.Rds.CreateDBSnapshotAsync, request, cancellationToken);
        return Snapshots.Made(answer.DBSnapshot, tags);
    }

    public async Task<CloudSnapshot> ReencryptSnapshotAsync(
        string snapshot, string target, string kmsKey, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken)
    {
        var request = new CopyDBSnapshotRequest
        {
            SourceDBSnapshotIdentifier = snapshot,
            TargetDBSnapshotIdentifier = target,
            KmsKeyId = kmsKey,
            CopyTags = false,
            Tags = Answers.Tags(tags),
        };
        var answer = await _session.Calls.ChangeAsync(
            "rds:CopyDBSnapshot", $"snapshot {target} from {snapshot}", _session.Rds.CopyDBSnapshotAsync, request, cancellationToken);
        return Snapshots.Made(answer.DBSnapshot, tags);
    }

    public Task<IReadOnlyList<string>> SharedWithAsync(string snapshot, CancellationToken cancellationToken) =>
        SnapshotShares.OfAsync(_session, snapshot, cancellationToken);

    /// <exception cref="ArgumentException"><paramref name="accountId"/> is not twelve digits: a snapshot is never made public.</exception>
    public Task ShareAsync(string snapshot, string accountId, CancellationToken cancellationToken)
    {
        RequireAccountId(accountId);
        return ChangeSharingAsync(
            $"snapshot {snapshot}, shared with account {accountId}",
            snapshot,
            add: [accountId],
            remove: null,
            cancellationToken);
    }

    /// <exception cref="ArgumentException"><paramref name="accountId"/> is neither twelve digits nor <c>all</c>, which takes a public share away.</exception>
    public Task UnshareAsync(string snapshot, string accountId, CancellationToken cancellationToken)
    {
        if (accountId != Everybody)
        {
            RequireAccountId(accountId);
        }

        return ChangeSharingAsync(
            $"snapshot {snapshot}, no longer shared with {(accountId == Everybody ? "everybody (all)" : $"account {accountId}")}",
            snapshot,
            add: null,
            remove: [accountId],
            cancellationToken);
    }

    public async Task RemoveStagingSnapshotAsync(string snapshot, InstallationId installation, RunId run, CancellationToken cancellationToken)
    {
        if (await Snapshots.FindAsync(_session, snapshot, cancellationToken) is not { } found)
        {
            return;
        }

        StagingOwnership.Require(found, installation, run);
        if (found.Status == "deleting")
        {
            return;
        }

        try
        {
            await _session.Calls.ChangeAsync(
                "rds:DeleteDBSnapshot",
                $"snapshot {found.Name}",
                _session.Rds.DeleteDBSnapshotAsync,
                new DeleteDBSnapshotRequest { DBSnapshotIdentifier = found.Name },
                cancellationToken);
        }
        catch (CloudException e) when (e.Code == "DBSnapshotNotFound" || e.Fault == CloudFault.AccessDenied)
        {
            // The role's policy is bound to tags, and what is gone has none: so a call may be refused that is repeated after its answer was lost.
            if (e.Fault == CloudFault.AccessDenied && await Snapshots.FindAsync(_session, snapshot, cancellationToken) is not null)
            {
                throw;
            }

            CloudCallLog.Note(new CloudCall(e.Operation, e.Subject, true, e.RequestId));
        }
    }

    public Task<MasterPassword> MakeLoginTokenAsync(string host, int port, string user, CancellationToken cancellationToken) =>
        LoginTokens.MakeAsync(_session, host, port, user, cancellationToken);

    public void Dispose() => _session.Dispose();

    private static void RequireAccountId(string accountId)
    {
        if (!AccountId().IsMatch(accountId))
        {
            throw new ArgumentException($"'{accountId}' is not an account id of twelve digits; a snapshot is shared with one account, never with all.");
        }
    }

    private async Task ChangeSharingAsync(string change, string snapshot, List<string>? add, List<string>? remove, CancellationToken cancellationToken) =>
        await _session.Calls.ChangeAsync(
            "rds:ModifyDBSnapshotAttribute",
            change,
            _session.Rds.ModifyDBSnapshotAttributeAsync,
            new ModifyDBSnapshotAttributeRequest
            {
                DBSnapshotIdentifier = snapshot,
                AttributeName = SnapshotShares.Attribute,
                ValuesToAdd = add,
                ValuesToRemove = remove,
            },
            cancellationToken);

    [GeneratedRegex(@"^[0-9]{12}\z")]
    private static partial Regex AccountId();
}
