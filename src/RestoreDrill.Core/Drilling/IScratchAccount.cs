using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Copying.Backups;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Drilling;

/// <summary>
/// The vault account, in the role <c>restoredrill-drill</c>: restore, change and delete scratch instances. Every member throws
/// <see cref="CloudException"/> when AWS refuses or does not answer.
/// </summary>
public interface IScratchAccount : IVaultBackups
{
    Task<AccountIdentity> IdentifyAsync(CancellationToken cancellationToken);

    /// <summary>The group with the named parameters' values, or null if there is none of this name.</summary>
    Task<ParameterGroup?> FindParameterGroupAsync(string name, IReadOnlyCollection<string> parameters, CancellationToken cancellationToken);

    Task<bool> SubnetGroupExistsAsync(string name, CancellationToken cancellationToken);

    /// <summary>The copy of this name with its tags, or null.</summary>
    Task<CloudSnapshot?> FindCopyAsync(string copy, CancellationToken cancellationToken);

    Task<EncryptionKey> DescribeKeyAsync(string keyArn, CancellationToken cancellationToken);

    /// <summary>Manual snapshots of the account and region, and those of AWS Backup, with their tags, ours or not.</summary>
    Task<IReadOnlyList<CloudSnapshot>> ListSnapshotsAsync(CancellationToken cancellationToken);

    /// <summary>The instance of this name with its tags, or null.</summary>
    Task<ScratchInstance?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>All instances of the account whose name begins with <paramref name="prefix"/>, with their tags.</summary>
    Task<IReadOnlyList<ScratchInstance>> ListAsync(string prefix, CancellationToken cancellationToken);

    /// <summary>
    /// Asks for the restore (RestoreDBInstanceFromDBSnapshot), with everything explicit: not public, Single-AZ, no deletion protection, no
    /// automated backups, no minor upgrades. <see cref="CloudFault.AlreadyExists"/> if the name is taken.
    /// </summary>
    Task<ScratchInstance> RestoreAsync(ScratchOrder order, CancellationToken cancellationToken);

    /// <summary>Sets a new master password (ModifyDBInstance, at once), after a fresh look that the instance is this drill's.</summary>
    /// <exception cref="NotOursException">It is not; nothing was changed.</exception>
    Task ResetMasterPasswordAsync(string name, MasterPassword password, InstallationId installation, RunId drill, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes the scratch instance (DeleteDBInstance: no final snapshot, automated backups too), after a fresh look that it is this
    /// drill's. An instance that is gone or being deleted is success.
    /// </summary>
    /// <exception cref="NotOursException">It is not; nothing was deleted.</exception>
    Task RemoveAsync(string name, InstallationId installation, RunId drill, CancellationToken cancellationToken);
}
