using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Restoring;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Drilling;

/// <summary>Whether an instance is the one that a run has restored: by name and tags, for each kind of run its own.</summary>
public static class InstanceOwnership
{
    /// <param name="instance">The instance as a fresh Describe gave it.</param>
    /// <param name="installation">This installation.</param>
    /// <param name="run">A drill or an emergency restore.</param>
    /// <exception cref="NotOursException">It is not; the message names everything that does not match.</exception>
    public static void Require(CloudInstance instance, InstallationId installation, RunId run)
    {
        if (run.Kind == RunKind.Restore)
        {
            RestoredOwnership.Require(instance, installation, run);
        }
        else
        {
            ScratchOwnership.Require(instance, installation, run);
        }
    }
}
