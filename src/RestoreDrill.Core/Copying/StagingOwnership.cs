using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Copying;

/// <summary>The one rule by which a snapshot of the source account may be used, shared or deleted: name, role tag, installation tag and run tag are all this run's.</summary>
public static class StagingOwnership
{
    /// <summary>The tags that a copy run gives to what it makes in the source account.</summary>
    public static IReadOnlyDictionary<string, string> TagsOf(InstallationId installation, RunId run, string database) => new Dictionary<string, string>
    {
        [TagNames.Installation] = installation.Value,
        [TagNames.Role] = TagNames.StagingRole,
        [TagNames.Run] = run.Value,
        [TagNames.Database] = database,
    };

    /// <param name="snapshot">The snapshot as a fresh Describe gave it.</param>
    /// <param name="installation">This installation.</param>
    /// <param name="run">The copy run.</param>
    /// <exception cref="NotOursException">At least one of them does not match; the message names each.</exception>
    public static void Require(CloudSnapshot snapshot, InstallationId installation, RunId run)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var names = new ResourceNames(installation);
        OwnershipRule.Require(
            $"Snapshot {snapshot.Name}",
            $"the staging snapshot of copy run {run}",
            snapshot.Name,
            [names.StagingSnapshot(run), names.ReencryptedSnapshot(run)],
            snapshot.Tags,
            new Dictionary<string, string>
            {
                [TagNames.Role] = TagNames.StagingRole,
                [TagNames.Installation] = installation.Value,
                [TagNames.Run] = run.Value,
            });
    }
}
