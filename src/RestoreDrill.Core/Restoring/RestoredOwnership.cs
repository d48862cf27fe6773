using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Restoring;

/// <summary>The one rule by which an instance is an emergency restore's own: the prefix of its name, and role tag, installation tag and run tag are all this run's.</summary>
public static class RestoredOwnership
{
    /// <param name="instance">The instance as a fresh Describe gave it.</param>
    /// <param name="installation">This installation.</param>
    /// <param name="restore">The emergency restore.</param>
    /// <exception cref="NotOursException">At least one of them does not match; the message names each.</exception>
    public static void Require(CloudInstance instance, InstallationId installation, RunId restore)
    {
        ArgumentNullException.ThrowIfNull(instance);
        var prefix = new ResourceNames(installation).RestoredPrefix;
        OwnershipRule.Require(
            $"Instance {instance.Name}",
            $"the instance of emergency restore {restore}",
            instance.Name,
            [instance.Name.StartsWith(prefix, StringComparison.Ordinal) ? instance.Name : $"{prefix}..."],
            instance.Tags,
            TagsOf(installation, restore));
    }

    /// <summary>The tags by which the instance of an emergency restore is known.</summary>
    public static IReadOnlyDictionary<string, string> TagsOf(InstallationId installation, RunId restore) => new Dictionary<string, string>
    {
        [TagNames.Role] = TagNames.RestoredRole,
        [TagNames.Installation] = installation.Value,
        [TagNames.Run] = restore.Value,
    };
}
