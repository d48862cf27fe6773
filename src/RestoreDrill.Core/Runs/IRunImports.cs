using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Refusals;

namespace RestoreDrill.Core.Runs;

/// <summary>Takes in runs that were kept elsewhere.</summary>
public interface IRunImports
{
    /// <summary>Takes in all that is recorded of a finished run, in one transaction, with its own times; what <see cref="ImportRules"/> refuse is not to be given. A birth certificate comes in only where the copy has none.</summary>
    /// <param name="history">The run.</param>
    /// <param name="installation">The installation that asks; the store becomes its own, if it is nobody's yet.</param>
    /// <param name="cancellationToken">Cancels it; then nothing is taken in.</param>
    /// <returns>False: it is there already, and nothing was changed.</returns>
    /// <exception cref="RefusedException">The store belongs to another installation, or has another run of this id.</exception>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    Task<bool> ImportAsync(RunHistory history, InstallationId installation, CancellationToken cancellationToken);
}
