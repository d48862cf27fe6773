using System.Globalization;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Rds.Instances;
using RestoreDrill.Sandbox.Rds.Tags;

namespace RestoreDrill.Sandbox.Rds.Snapshots;

/// <summary>Records of snapshots that are yet to be taken.</summary>
internal static class NewSnapshot
{
    public static DbSnapshot Of(RdsCall call, DbInstance instance, string name, IReadOnlyList<ResourceTag> tags, DateTimeOffset now)
    {
        var identifier = Identifier(call, "DBSnapshotIdentifier", name);
        RefuseOverQuota(call);
        var inherited = instance.Settings.CopyTagsToSnapshot ? ResourceTag.Merge(instance.Tags, tags) : tags;
        return Record(instance, identifier, "manual", inherited, now);
    }

    /// <summary>The daily snapshot that RDS takes itself, named by its time.</summary>
    public static DbSnapshot Automated(DbInstance instance, DateTimeOffset now) =>
        Record(instance, $"rds:{instance.Identifier}-{now.UtcDateTime.ToString("yyyy-MM-dd-HH-mm", CultureInfo.InvariantCulture)}", "automated",
            instance.Settings.CopyTagsToSnapshot ? instance.Tags : [], now);

    /// <summary>The snapshot that a backup job takes: named by the job, with the tags of the instance and those the job was given.</summary>
    public static DbSnapshot ByBackupJob(DbInstance instance, string jobId, IEnumerable<ResourceTag> tags, DateTimeOffset now) =>
        Record(instance, $"awsbackup:job-{jobId}", DbSnapshot.AwsBackup, tags, now);

    /// <summary>A copy of a snapshot, yet to be made, in any account.</summary>
    public static DbSnapshot CopyOf(
        DbSnapshot source, string accountId, string region, string identifier, string type, string? keyId, IEnumerable<ResourceTag> tags, DateTimeOffset now) => new()
    {
        AccountId = accountId,
        Region = region,
        Identifier = identifier,
        StorageId = $"{now.ToUnixTimeMilliseconds()}-{Identifiers.Random(8).ToLowerInvariant()}",
        Type = type,
        Status = SnapshotStatus.Creating,
        InstanceIdentifier = source.InstanceIdentifier,
        DbiResourceId = source.DbiResourceId,
        InstanceCreatedAt = source.InstanceCreatedAt,
        Settings = source.Settings,
        AvailabilityZone = source.AvailabilityZone,
        IamAuthentication = source.IamAuthentication,
        KmsKeyId = keyId,
        OriginallyCreatedAt = source.OriginallyCreatedAt,
        DatabaseTime = source.DatabaseTime,
        CopiedFromStorageId = source.StorageId,
        CopiedFromArn = source.Arn.ToString(),
        Tags = [.. tags],
    };

    /// <exception cref="AwsError">The name is not allowed, or taken.</exception>
    public static string Identifier(RdsCall call, string parameter, string name)
    {
        var identifier = Naming.Identifier(parameter, name, 255);
        return call.Snapshots.All(other => other.Identifier != identifier)
            ? identifier
            : throw new AwsError("DBSnapshotAlreadyExists", $"Cannot create the snapshot because a snapshot with the identifier {identifier} already exists.");
    }

    /// <summary>Those of AWS Backup do not count (RDS user guide, "Using AWS Backup to manage automated backups").</summary>
    /// <exception cref="AwsError">SnapshotQuotaExceeded.</exception>
    public static void RefuseOverQuota(RdsCall call)
    {
        var quota = call.State.Quotas.ManualSnapshots;
        if (call.Snapshots.Count(snapshot => !snapshot.IsAutomated && !snapshot.IsOfAwsBackup) >= quota)
        {
            throw new AwsError("SnapshotQuotaExceeded", $"Cannot create more than {quota} manual snapshots");
        }
    }

    private static DbSnapshot Record(DbInstance instance, string identifier, string type, IEnumerable<ResourceTag> tags, DateTimeOffset now) => new()
    {
        AccountId = instance.AccountId,
        Region = instance.Region,
        Identifier = identifier,
        StorageId = $"{now.ToUnixTimeMilliseconds()}-{Identifiers.Random(8).ToLowerInvariant()}",
        Type = type,
        Status = SnapshotStatus.Creating,
        InstanceIdentifier = instance.Identifier,
        DbiResourceId = instance.DbiResourceId,
        InstanceCreatedAt = instance.CreatedAt,
        Settings = instance.Settings,
        AvailabilityZone = instance.AvailabilityZone,
        IamAuthentication = instance.IamAuthentication,
        KmsKeyId = instance.KmsKeyId,
        Tags = [.. tags],
    };
}
