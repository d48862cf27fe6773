using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Copying.Backups;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Drilling;

/// <summary>
/// The account that is restored in, that of a drill and that of an emergency alike: the vault account, or in an emergency another one. Every member throws <see cref="CloudException"/> when AWS refuses or does not answer.
/// </summary>
public interface IRestoringAccount : IVaultBackups
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
    Task<CloudInstance?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>
    /// Asks for the restore (RestoreDBInstanceFromDBSnapshot), with everything explicit: not public, no minor upgrades by itself, and what the order says.
    /// <see cref="CloudFault.AlreadyExists"/> if the name is taken.
    /// </summary>
    Task<CloudInstance> RestoreAsync(RestoreOrder order, CancellationToken cancellationToken);

    /// <summary>Sets a new master password (ModifyDBInstance, at once), after a fresh look that the instance is this run's.</summary>
    /// <exception cref="NotOursException">It is not; nothing was changed.</exception>
    Task ResetMasterPasswordAsync(string name, MasterPassword password, InstallationId installation, RunId run, CancellationToken cancellationToken);

    /// <summary>Gives the instance its real parameter group (ModifyDBInstance, at once), after a fresh look that it is this run's. Static parameters wait for a reboot.</summary>
    /// <exception cref="NotOursException">It is not; nothing was changed.</exception>
    Task GiveParameterGroupAsync(string name, string parameterGroup, InstallationId installation, RunId run, CancellationToken cancellationToken);

    /// <summary>Restarts the instance (RebootDBInstance), after a fresh look that it is this run's.</summary>
    /// <exception cref="NotOursException">It is not; nothing was done.</exception>
    Task RebootAsync(string name, InstallationId installation, RunId run, CancellationToken cancellationToken);
}
