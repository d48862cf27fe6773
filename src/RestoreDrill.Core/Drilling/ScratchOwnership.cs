using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Drilling;

/// <summary>The one rule by which an instance of the vault account may be changed or deleted: name, role tag, installation tag and run tag are all this run's.</summary>
public static class ScratchOwnership
{
    /// <param name="instance">The instance as a fresh Describe gave it.</param>
    /// <param name="installation">This installation.</param>
    /// <param name="run">The drill.</param>
    /// <exception cref="NotOursException">At least one of them does not match; the message names each.</exception>
    public static void Require(CloudInstance instance, InstallationId installation, RunId run)
    {
        ArgumentNullException.ThrowIfNull(instance);
        OwnershipRule.Require(
            $"Instance {instance.Name}",
            $"the scratch instance of drill {run}",
            instance.Name,
            [new ResourceNames(installation).ScratchInstance(run)],
            instance.Tags,
            TagsOf(installation, run));
    }

    /// <summary>The tags by which the scratch instance of a drill is known.</summary>
    public static IReadOnlyDictionary<string, string> TagsOf(InstallationId installation, RunId run) => new Dictionary<string, string>
    {
        [TagNames.Role] = TagNames.ScratchRole,
        [TagNames.Installation] = installation.Value,
        [TagNames.Run] = run.Value,
    };
}
