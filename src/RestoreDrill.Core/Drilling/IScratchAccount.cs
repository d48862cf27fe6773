using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Drilling;

/// <summary>The vault account, in the role <c>restoredrill-drill</c>: restore, change and delete scratch instances.</summary>
public interface IScratchAccount : IRestoringAccount
{
    /// <summary>All instances of the account whose name begins with <paramref name="prefix"/>, with their tags.</summary>
    Task<IReadOnlyList<CloudInstance>> ListAsync(string prefix, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes the scratch instance (DeleteDBInstance: no final snapshot, automated backups too), after a fresh look that it is this
    /// drill's. An instance that is gone or being deleted is success.
    /// </summary>
    /// <exception cref="NotOursException">It is not; nothing was deleted.</exception>
    Task RemoveAsync(string name, InstallationId installation, RunId drill, CancellationToken cancellationToken);
}
