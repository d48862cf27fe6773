using Amazon.RDS.Model;
using RestoreDrill.Aws.Access;
using RestoreDrill.Aws.Backups;
using RestoreDrill.Aws.Calls;
using RestoreDrill.Aws.Copying;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Copying.Backups;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Aws.Drilling;

/// <summary>The vault account on RDS, AWS Backup, KMS and STS, as drills see it.</summary>
public sealed class ScratchAccount : IScratchAccount, IDisposable
{
    private readonly AccountSession _session;

    internal ScratchAccount(AccountSession session) => _session = session;

    public Task<AccountIdentity> IdentifyAsync(CancellationToken cancellationToken) => _session.IdentifyAsync(cancellationToken);

    public async Task<ParameterGroup?> FindParameterGroupAsync(
        string name, IReadOnlyCollection<string> parameters, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var answer = await _session.Calls.LookAsync(
            "rds:DescribeDBParameterGroups",
            $"parameter group {name}",
            "DBParameterGroupNotFound",
            _session.Rds.DescribeDBParameterGroupsAsync,
            new DescribeDBParameterGroupsRequest { DBParameterGroupName = name },
            cancellationToken);
        var found = answer?.DBParameterGroups?.Find(group => group.DBParameterGroupName == name);
        return found is null ? null : new ParameterGroup(
            name,
            Answers.Needed(found.DBParameterGroupFamily, "parameter group family"),
            await Parameters.ReadAsync(_session, name, parameters, cancellationToken));
    }

    public async Task<bool> SubnetGroupExistsAsync(string name, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var answer = await _session.Calls.LookAsync(
            "rds:DescribeDBSubnetGroups",
            $"subnet group {name}",
            "DBSubnetGroupNotFoundFault",
            _session.Rds.DescribeDBSubnetGroupsAsync,
            new DescribeDBSubnetGroupsRequest { DBSubnetGroupName = name },
            cancellationToken);
        return answer?.DBSubnetGroups?.Exists(group => group.DBSubnetGroupName == name) ?? false;
    }

    public Task<CloudSnapshot?> FindCopyAsync(string copy, CancellationToken cancellationToken) => Snapshots.FindAsync(_session, copy, cancellationToken);

    public Task<EncryptionKey> DescribeKeyAsync(string keyArn, CancellationToken cancellationToken) =>
        Keys.DescribeAsync(_session, keyArn, cancellationToken);

    public Task<IReadOnlyList<CloudSnapshot>> ListSnapshotsAsync(CancellationToken cancellationToken) =>
        Snapshots.ListAsync(_session, cancellationToken);

    public Task<BackupVault?> FindVaultAsync(string vault, CancellationToken cancellationToken) => BackupVaults.FindAsync(_session, vault, cancellationToken);

    public Task<RecoveryPoint?> FindPointAsync(string vault, string pointArn, CancellationToken cancellationToken) =>
        BackupVaults.FindPointAsync(_session, vault, pointArn, cancellationToken);

    public Task<ScratchInstance?> FindAsync(string name, CancellationToken cancellationToken) =>
        ScratchInstances.FindAsync(_session, name, cancellationToken);

    public Task<IReadOnlyList<ScratchInstance>> ListAsync(string prefix, CancellationToken cancellationToken) =>
        ScratchInstances.ListAsync(_session, prefix, cancellationToken);

    public async Task<ScratchInstance> RestoreAsync(ScratchOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var answer = await _session.Calls.ChangeAsync(
            "rds:RestoreDBInstanceFromDBSnapshot",
            $"instance {order.Name} from copy {order.Copy}",
            _session.Rds.RestoreDBInstanceFromDBSnapshotAsync,
            Restore.Request(order),
            cancellationToken);
        return ScratchInstances.Made(answer.DBInstance, order.Tags);
    }

    public async Task ResetMasterPasswordAsync(
        string name, MasterPassword password, InstallationId installation, RunId drill, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(password);
        const string operation = "rds:ModifyDBInstance";
        var found = await FindAsync(name, cancellationToken)
            ?? throw new CloudException(
                CloudFault.NotFound, operation, $"instance {name} {_session.Access.Where}", "DBInstanceNotFound", null, "The instance is gone. Nothing was changed.");
        ScratchOwnership.Require(found, installation, drill);
        var request = new ModifyDBInstanceRequest
        {
            DBInstanceIdentifier = found.Name,
            MasterUserPassword = password.Reveal(),
            ApplyImmediately = true,
        };
        try
        {
            await _session.Calls.ChangeAsync(
                operation, $"the master password of instance {found.Name}", _session.Rds.ModifyDBInstanceAsync, request, cancellationToken);
        }
        catch (CloudException e) when (e.ToString().Contains(password.Reveal(), StringComparison.Ordinal))
        {
            // Without the cause, which would repeat it.
            throw new CloudException(
                e.Fault, e.Operation, e.Subject, e.Code, e.RequestId, e.Answer.Replace(password.Reveal(), password.ToString(), StringComparison.Ordinal));
        }
    }

    public async Task RemoveAsync(string name, InstallationId installation, RunId drill, CancellationToken cancellationToken)
    {
        const string operation = "rds:DeleteDBInstance";
        if (await FindAsync(name, cancellationToken) is not { } found)
        {
            return;
        }

        ScratchOwnership.Require(found, installation, drill);
        if (found.Status == "deleting")
        {
            return;
        }

        if (found.DeletionProtection)
        {
            throw new CloudException(
                CloudFault.WrongState,
                operation,
                $"instance {found.Name} {_session.Access.Where}",
                "DeletionProtection",
                null,
                "Deletion protection is on. RestoreDrill restores without it and never turns it off, so somebody wants to keep this scratch instance. "
                + "The deletion was not asked for. Turn the protection off by hand; then it is removed at the next try.");
        }

        try
        {
            await _session.Calls.ChangeAsync(
                operation,
                $"instance {found.Name}",
                _session.Rds.DeleteDBInstanceAsync,
                new DeleteDBInstanceRequest { DBInstanceIdentifier = found.Name, SkipFinalSnapshot = true, DeleteAutomatedBackups = true },
                cancellationToken);
        }
        catch (CloudException e) when (e.Code == "DBInstanceNotFound" || e.Fault == CloudFault.AccessDenied)
        {
            // The role's policy is bound to tags, and what is gone has none: so a call may be refused that is repeated after its answer was lost.
            if (e.Fault == CloudFault.AccessDenied && await FindAsync(name, cancellationToken) is not null)
            {
                throw;
            }

            CloudCallLog.Note(new CloudCall(e.Operation, e.Subject, true, e.RequestId));
        }
    }

    public void Dispose() => _session.Dispose();
}
