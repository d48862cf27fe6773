using Amazon.RDS.Model;
using RestoreDrill.Aws.Access;
using RestoreDrill.Aws.Calls;
using RestoreDrill.Core.Copying;

namespace RestoreDrill.Aws.Copying;

/// <summary>DB snapshots as an account describes them.</summary>
internal static class Snapshots
{
    public static async Task<CloudSnapshot?> FindAsync(AccountSession session, string name, CancellationToken cancellationToken)
    {
        // Without a name RDS would describe all snapshots.
        ArgumentException.ThrowIfNullOrEmpty(name);
        var answer = await session.Calls.LookAsync(
            "rds:DescribeDBSnapshots",
            $"snapshot {name}",
            "DBSnapshotNotFound",
            session.Rds.DescribeDBSnapshotsAsync,
            new DescribeDBSnapshotsRequest { DBSnapshotIdentifier = name },
            cancellationToken);
        var found = answer?.DBSnapshots?.Find(snapshot => snapshot.DBSnapshotIdentifier == name);
        return found is null
            ? null
            : From(found, await ResourceTags.OfAsync(session, found.DBSnapshotArn, found.TagList, cancellationToken));
    }

    /// <summary>Manual snapshots, then those of AWS Backup: RDS gives one type at a time, and without a type the automated ones, too.</summary>
    public static async Task<IReadOnlyList<CloudSnapshot>> ListAsync(AccountSession session, CancellationToken cancellationToken) =>
        [.. await ListAsync(session, "manual", cancellationToken), .. await ListAsync(session, "awsbackup", cancellationToken)];

    private static async Task<List<CloudSnapshot>> ListAsync(AccountSession session, string type, CancellationToken cancellationToken)
    {
        var all = new List<CloudSnapshot>();
        string? marker = null;
        do
        {
            var page = await session.Calls.AskAsync(
                "rds:DescribeDBSnapshots",
                $"{type} snapshots",
                session.Rds.DescribeDBSnapshotsAsync,
                new DescribeDBSnapshotsRequest { SnapshotType = type, IncludeShared = false, IncludePublic = false, Marker = marker },
                cancellationToken);
            foreach (var found in page.DBSnapshots ?? [])
            {
                var tags = await ResourceTags.InListAsync(
                    session, found.DBSnapshotIdentifier, found.DBSnapshotArn, found.TagList, cancellationToken);
                all.Add(From(found, tags));
            }

            marker = page.Marker;
        }
        while (!string.IsNullOrEmpty(marker));

        return all;
    }

    /// <summary>A snapshot that was just asked for: AWS's answer may leave out the tags that the request set.</summary>
    public static CloudSnapshot Made(DBSnapshot made, IReadOnlyDictionary<string, string> tags) =>
        From(made, made.TagList is null ? tags : Answers.Tags(made.TagList));

    private static CloudSnapshot From(DBSnapshot found, IReadOnlyDictionary<string, string> tags) => new()
    {
        Name = Answers.Needed(found.DBSnapshotIdentifier, "snapshot identifier"),
        Arn = Answers.Needed(found.DBSnapshotArn, "snapshot ARN"),
        Status = Answers.Needed(found.Status, "snapshot status"),
        PercentProgress = found.PercentProgress ?? 0,
        KmsKeyArn = found.KmsKeyId,
        Encrypted = found.Encrypted ?? false,
        OriginalCreateTime = Answers.Time(found.OriginalSnapshotCreateTime),
        DatabaseTime = Answers.Time(found.SnapshotDatabaseTime),
        EngineVersion = found.EngineVersion ?? "",
        MasterUser = found.MasterUsername ?? "",
        AllocatedStorage = found.AllocatedStorage ?? 0,
        Tags = tags,
    };
}
