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

/// <summary>An account on RDS, AWS Backup, KMS and STS, as every restore in it sees it.</summary>
public abstract class RestoringAccount : IRestoringAccount, IDisposable
{
    private protected RestoringAccount(AccountSession session) => Session = session;

    private protected AccountSession Session { get; }

    public Task<AccountIdentity> IdentifyAsync(CancellationToken cancellationToken) => Session.IdentifyAsync(cancellationToken);

    public async Task<ParameterGroup?> FindParameterGroupAsync(
        string name, IReadOnlyCollection<string> parameters, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var answer = await Session.Calls.LookAsync(
            "rds:DescribeDBParameterGroups",
            $"parameter group {name}",
            "DBParameterGroupNotFound",
            Session.Rds.DescribeDBParameterGroupsAsync,
            new DescribeDBParameterGroupsRequest { DBParameterGroupName = name },
            cancellationToken);
        var found = answer?.DBParameterGroups?.Find(group => group.DBParameterGroupName == name);
        return found is null ? null : new ParameterGroup(
            name,
            Answers.Needed(found.DBParameterGroupFamily, "parameter group family"),
            await Parameters.ReadAsync(Session, name, parameters, cancellationToken));
    }

    public async Task<bool> SubnetGroupExistsAsync(string name, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var answer = await Session.Calls.LookAsync(
            "rds:DescribeDBSubnetGroups",
            $"subnet group {name}",
            "DBSubnetGroupNotFoundFault",
            Session.Rds.DescribeDBSubnetGroupsAsync,
            new DescribeDBSubnetGroupsRequest { DBSubnetGroupName = name },
            cancellationToken);
        return answer?.DBSubnetGroups?.Exists(group => group.DBSubnetGroupName == name) ?? false;
    }

    public Task<CloudSnapshot?> FindCopyAsync(string copy, CancellationToken cancellationToken) => Snapshots.FindAsync(Session, copy, cancellationToken);

    public Task<EncryptionKey> DescribeKeyAsync(string keyArn, CancellationToken cancellationToken) =>
        Keys.DescribeAsync(Session, keyArn, cancellationToken);

    public Task<IReadOnlyList<CloudSnapshot>> ListSnapshotsAsync(CancellationToken cancellationToken) =>
        Snapshots.ListAsync(Session, cancellationToken);

    public Task<BackupVault?> FindVaultAsync(string vault, CancellationToken cancellationToken) => BackupVaults.FindAsync(Session, vault, cancellationToken);

    public Task<RecoveryPoint?> FindPointAsync(string vault, string pointArn, CancellationToken cancellationToken) =>
        BackupVaults.FindPointAsync(Session, vault, pointArn, cancellationToken);

    public Task<CloudInstance?> FindAsync(string name, CancellationToken cancellationToken) =>
        CloudInstances.FindAsync(Session, name, cancellationToken);

    public async Task<CloudInstance> RestoreAsync(RestoreOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var answer = await Session.Calls.ChangeAsync(
            "rds:RestoreDBInstanceFromDBSnapshot",
            $"instance {order.Name} from copy {order.Copy}",
            Session.Rds.RestoreDBInstanceFromDBSnapshotAsync,
            Restore.Request(order),
            cancellationToken);
        return CloudInstances.Made(answer.DBInstance, order.Tags);
    }

    public async Task ResetMasterPasswordAsync(
        string name, MasterPassword password, InstallationId installation, RunId run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(password);
        const string operation = "rds:ModifyDBInstance";
        var found = await NeededAsync(operation, name, cancellationToken);
        InstanceOwnership.Require(found, installation, run);
        var request = new ModifyDBInstanceRequest
        {
            DBInstanceIdentifier = found.Name,
            MasterUserPassword = password.Reveal(),
            ApplyImmediately = true,
        };
        try
        {
            await Session.Calls.ChangeAsync(
                operation, $"the master password of instance {found.Name}", Session.Rds.ModifyDBInstanceAsync, request, cancellationToken);
        }
        catch (CloudException e) when (e.ToString().Contains(password.Reveal(), StringComparison.Ordinal))
        {
            // Without the cause, which would repeat it.
            throw new CloudException(
                e.Fault, e.Operation, e.Subject, e.Code, e.RequestId, e.Answer.Replace(password.Reveal(), password.ToString(), StringComparison.Ordinal));
        }
    }

    public async Task GiveParameterGroupAsync(string name, string parameterGroup, InstallationId installation, RunId run, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(parameterGroup);
        var found = await NeededAsync("rds:ModifyDBInstance", name, cancellationToken);
        InstanceOwnership.Require(found, installation, run);
        await Session.Calls.ChangeAsync(
            "rds:ModifyDBInstance",
            $"parameter group {parameterGroup} of instance {found.Name}",
            Session.Rds.ModifyDBInstanceAsync,
            new ModifyDBInstanceRequest { DBInstanceIdentifier = found.Name, DBParameterGroupName = parameterGroup, ApplyImmediately = true },
            cancellationToken);
    }

    public async Task RebootAsync(string name, InstallationId installation, RunId run, CancellationToken cancellationToken)
    {
        var found = await NeededAsync("rds:RebootDBInstance", name, cancellationToken);
        InstanceOwnership.Require(found, installation, run);
        await Session.Calls.ChangeAsync(
            "rds:RebootDBInstance",
            $"instance {found.Name}",
            Session.Rds.RebootDBInstanceAsync,
            new RebootDBInstanceRequest { DBInstanceIdentifier = found.Name },
            cancellationToken);
    }

    /// <summary>An instance that is about to be changed, as it is now.</summary>
    /// <exception cref="CloudException">It is gone, or cannot be looked at.</exception>
    private protected async Task<CloudInstance> NeededAsync(string operation, string name, CancellationToken cancellationToken) =>
        await FindAsync(name, cancellationToken)
            ?? throw new CloudException(
                CloudFault.NotFound, operation, $"instance {name} {Session.Access.Where}", "DBInstanceNotFound", null, "The instance is gone. Nothing was changed.");

    public void Dispose()
    {
        Session.Dispose();
        GC.SuppressFinalize(this);
    }
}
