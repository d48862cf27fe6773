using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Refusals;

/// <summary>A store is used by one installation only.</summary>
public static class StoreOwnership
{
    /// <exception cref="RefusedException">The store belongs to another installation; nothing was begun.</exception>
    public static async Task RequireAsync(IRunStore store, InstallationId installation, CancellationToken cancellationToken)
    {
        var owner = await store.ClaimAsync(installation, cancellationToken).ConfigureAwait(false);
        if (owner != installation)
        {
            throw new RefusedException(
            [
                $"The store belongs to installation '{owner}', the configuration says '{installation}' (RestoreDrill:Installation). Runs of the one must not be gone on with by the other: "
                + "give each installation a database of its own (RestoreDrill:Store).",
            ]);
        }
    }
}
