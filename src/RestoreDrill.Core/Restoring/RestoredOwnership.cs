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
    internal static RunHeldUpException HeldUp(RunId restore, string instanceArn, IReadOnlyDictionary<string, string> tags, NotOursException refusal)
    {
        var remedy = $"aws rds add-tags-to-resource --resource-name {instanceArn} --tags {string.Join(' ', tags.Select(static tag => $"Key={tag.Key},Value={tag.Value}"))}";
        return new RunHeldUpException(
            $"{refusal.Message} Restore {restore} made it, and somebody has changed its tags since: by them alone RestoreDrill knows that it may go on with it. Nothing was changed, and the restore stays open.",
            $"If it is still the restored instance, put back what it lacks, as an administrator of its account: `{remedy}`.",
            refusal)
        {
            Remedy = remedy,
        };
    }

    /// <summary>
    /// What a restore says that finds its instance under the real parameter group, which it did not give: another one of the same plan, with a journal of its own, has handed it over. Whoever went
    /// on would take the password away from those who work with it.
    /// </summary>
    internal static RunHeldUpException HandedOverElsewhere(CloudInstance instance) => new(
        $"Instance {instance.Name} runs under its real parameter group {instance.ParameterGroup}, which this restore has not given it: the same plan was carried out by another process, with a journal of its own, "
        + "which has handed the instance over. It may be in use. Its password and its rows are not touched any more from here.",
        "Ask who else has carried the plan out: the hand-over and the master password are theirs, and their journal tells it again.")
    {
        GoesOn = false,
    };

    /// <summary>What a restore says whose restore call was refused for good: nothing came to be, and whoever mends what is named goes on.</summary>
    /// <param name="refusal">The refusal.</param>
    /// <param name="plan">The plan.</param>
    internal static RunHeldUpException NotRestored(CloudException refusal, RestorePlan plan) => new(
        $"{refusal.Message} No instance came to be by it, and the restore stays open.",
        refusal.Fault == CloudFault.AccessDenied
            ? $"Let the role restore into what is named, in account {plan.Account}: its policy names subnet group, parameter groups, security groups and keys (docs/iam). If the configuration was mistaken, correct it and make a new plan."
            : $"Mend what is named, in account {plan.Account}. If the configuration was mistaken, correct it and make a new plan.",
        refusal);

    /// <summary>The tags by which the instance of an emergency restore is known.</summary>
    public static IReadOnlyDictionary<string, string> TagsOf(InstallationId installation, RunId restore) => new Dictionary<string, string>
    {
        [TagNames.Role] = TagNames.RestoredRole,
        [TagNames.Installation] = installation.Value,
        [TagNames.Run] = restore.Value,
    };
}
