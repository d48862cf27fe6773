using Amazon.RDS.Model;
using RestoreDrill.Aws.Access;

namespace RestoreDrill.Aws.Copying;

/// <summary>Whom a manual snapshot is shared with.</summary>
internal static class SnapshotShares
{
    /// <summary>The attribute that lists who may restore or copy a snapshot; RDS has no other.</summary>
    public const string Attribute = "restore";

    public static async Task<IReadOnlyList<string>> OfAsync(AccountSession session, string snapshot, CancellationToken cancellationToken)
    {
        var answer = await session.Calls.AskAsync(
            "rds:DescribeDBSnapshotAttributes",
            $"snapshot {snapshot}",
            session.Rds.DescribeDBSnapshotAttributesAsync,
            new DescribeDBSnapshotAttributesRequest { DBSnapshotIdentifier = snapshot },
            cancellationToken);
        return answer.DBSnapshotAttributesResult?.DBSnapshotAttributes?.Find(static attribute => attribute.AttributeName == Attribute)?.AttributeValues ?? [];
    }
}
