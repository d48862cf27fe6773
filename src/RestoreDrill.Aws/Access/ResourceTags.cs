using Amazon.RDS.Model;
using RestoreDrill.Aws.Calls;
using RestoreDrill.Core.Copying.Backups;

namespace RestoreDrill.Aws.Access;

/// <summary>Tags of an RDS resource: those that came with its description, else asked for.</summary>
internal static class ResourceTags
{
    /// <summary>What every name that RestoreDrill gives begins with, whatever the installation; and those that AWS Backup gives.</summary>
    private static readonly string[] Names = ["rd-", RecoveryPointNames.Prefix];

    public static async Task<IReadOnlyDictionary<string, string>> OfAsync(
        AccountSession session, string arn, List<Tag>? described, CancellationToken cancellationToken)
    {
        if (described is not null)
        {
            return Answers.Tags(described);
        }

        var answer = await session.Calls.AskAsync(
            "rds:ListTagsForResource",
            arn,
            session.Rds.ListTagsForResourceAsync,
            new ListTagsForResourceRequest { ResourceName = arn },
            cancellationToken);
        return Answers.Tags(answer.TagList);
    }

    /// <summary>
    /// As <see cref="OfAsync"/>, in a list: resources that cannot be ours by name are not asked for, since ListTagsForResource is the first
    /// call that RDS throttles.
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, string>> InListAsync(
        AccountSession session, string name, string arn, List<Tag>? described, CancellationToken cancellationToken) =>
        described is null && !Array.Exists(Names, prefix => name.StartsWith(prefix, StringComparison.Ordinal))
            ? Answers.Tags((List<Tag>?)null)
            : await OfAsync(session, arn, described, cancellationToken);
}
