using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Copying.Backups;

/// <summary>
/// The names of recovery points of RDS instances: they are DB snapshots of type <c>awsbackup</c> (RDS user guide, "Using AWS Backup to manage automated backups"),
/// called <c>awsbackup:job-...</c> or <c>awsbackup:copyjob-...</c> by AWS. Nobody can choose such a name, so whose a point is must be told by other means.
/// </summary>
public static class RecoveryPointNames
{
    /// <summary>What the name of a DB snapshot begins with that AWS Backup made.</summary>
    public const string Prefix = "awsbackup:";

    private const string Snapshot = ":snapshot:";

    public static bool IsPoint(string snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.StartsWith(Prefix, StringComparison.Ordinal);
    }

    /// <summary>The DB snapshot's name in a recovery point's ARN.</summary>
    /// <exception cref="StepFailedException">It is not the ARN of a DB snapshot that AWS Backup made.</exception>
    public static string SnapshotOf(string pointArn)
    {
        ArgumentNullException.ThrowIfNull(pointArn);
        var start = pointArn.IndexOf(Snapshot, StringComparison.Ordinal);
        var name = start < 0 ? string.Empty : pointArn[(start + Snapshot.Length)..];
        return IsPoint(name) ? name : throw new StepFailedException($"{pointArn} is not a recovery point of an RDS instance. Look at it in the AWS Backup console; start a new copy run when the cause is known.");
    }
}
