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

    /// <summary>What the restore that made an instance says once the instance lacks tags of ours. Whoever takes tags away may do so by mistake: nothing is lost by it, and the restore stays open.</summary>
    /// <param name="restore">The emergency restore.</param>
    /// <param name="instanceArn">The instance that it made.</param>
    /// <param name="tags">The tags that it has to have, and has not.</param>
    /// <param name="refusal">The refusal.</param>
    internal static RunHeldUpException HeldUp(RunId restore, string instanceArn, IReadOnlyDictionary<string, string> tags, NotOursException refusal) => new(
        $"{refusal.Message} Restore {restore} made it, and somebody has changed its tags since: by them alone RestoreDrill knows that it may go on with it. Nothing was changed, and the restore stays open.",
        $"aws rds add-tags-to-resource --resource-name {instanceArn} --tags {string.Join(' ', tags.Select(static tag => $"Key={tag.Key},Value={tag.Value}"))}",
        refusal);

    /// <summary>The tags by which the instance of an emergency restore is known.</summary>
    public static IReadOnlyDictionary<string, string> TagsOf(InstallationId installation, RunId restore) => new Dictionary<string, string>
    {
        [TagNames.Role] = TagNames.RestoredRole,
        [TagNames.Installation] = installation.Value,
        [TagNames.Run] = restore.Value,
    };
}
