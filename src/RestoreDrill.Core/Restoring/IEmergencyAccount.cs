using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Restoring;

/// <summary>
/// The account of an emergency restore, in the role <c>restoredrill-restore</c>, which a person takes on with a second factor. It has no way to delete, stop or rename anything.
/// </summary>
public interface IEmergencyAccount : IRestoringAccount
{
    /// <summary>Gives the instance its real parameter group (ModifyDBInstance, at once), after a fresh look that it is this restore's. Static parameters wait for a reboot.</summary>
    /// <exception cref="NotOursException">It is not; nothing was changed.</exception>
    Task GiveParameterGroupAsync(string name, string parameterGroup, InstallationId installation, RunId restore, CancellationToken cancellationToken);

    /// <summary>Restarts the instance (RebootDBInstance), after a fresh look that it is this restore's.</summary>
    /// <exception cref="NotOursException">It is not; nothing was done.</exception>
    Task RebootAsync(string name, InstallationId installation, RunId restore, CancellationToken cancellationToken);
}
