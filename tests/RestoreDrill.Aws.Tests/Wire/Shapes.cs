using RestoreDrill.Core.Copying.Backups;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Aws.Tests.Wire;

/// <summary>AWS's descriptions, as XML.</summary>
internal static class Shapes
{
    public const string PointArn = "arn:aws:rds:eu-west-1:222222222222:snapshot:awsbackup:copyjob-1";

    public static BackupOrder BackupOrder => new()
    {
        InstanceArn = "arn:aws:rds:eu-west-1:111111111111:db:courses",
        Vault = "staging",
        RoleArn = "arn:aws:iam::111111111111:role/backup",
        Token = "token-1",
        RetentionDays = 7,
        Tags = StagingTags,
    };

    public static CopyOrder CopyOrder => new()
    {
        PointArn = "arn:aws:rds:eu-west-1:111111111111:snapshot:awsbackup:job-1",
        SourceVault = "staging",
        VaultArn = "arn:aws:backup:eu-west-1:222222222222:backup-vault:copies",
        RoleArn = "arn:aws:iam::111111111111:role/backup",
        Token = "token-2",
        RetentionDays = 35,
    };

    public static readonly InstallationId Installation = InstallationId.Parse("acme");
    public static readonly RunId CopyRun = RunId.Parse("c0abcdef0123");
    public static readonly RunId Drill = RunId.Parse("d0abcdef0123");
    public static readonly RunId Restore = RunId.Parse("r0abcdef0123");
    public static readonly ResourceNames Names = new(Installation);

    public static IReadOnlyDictionary<string, string> Tags(string role, string installation, string run) => new Dictionary<string, string>
    {
        [TagNames.Role] = role,
        [TagNames.Installation] = installation,
        [TagNames.Run] = run,
    };

    public static IReadOnlyDictionary<string, string> StagingTags => Tags(TagNames.StagingRole, Installation.Value, CopyRun.Value);

    public static IReadOnlyDictionary<string, string> ScratchTags => Tags(TagNames.ScratchRole, Installation.Value, Drill.Value);

    public static IReadOnlyDictionary<string, string> RestoredTags => Tags(TagNames.RestoredRole, Installation.Value, Restore.Value);

    public static string TagList(IReadOnlyDictionary<string, string>? tags) => tags is null
        ? ""
        : $"<TagList>{string.Concat(tags.Select(tag => $"<Tag><Key>{tag.Key}</Key><Value>{tag.Value}</Value></Tag>"))}</TagList>";

    public static string Snapshot(string name, IReadOnlyDictionary<string, string>? tags = null, string status = "available", string more = "") =>
        $"<DBSnapshot><DBSnapshotIdentifier>{name}</DBSnapshotIdentifier>"
        + $"<DBSnapshotArn>arn:aws:rds:eu-west-1:222222222222:snapshot:{name}</DBSnapshotArn><Status>{status}</Status><Engine>postgres</Engine>"
        + "<EngineVersion>15.18</EngineVersion><MasterUsername>master</MasterUsername><AllocatedStorage>20</AllocatedStorage>"
        + $"<SnapshotType>manual</SnapshotType>{more}{TagList(tags)}</DBSnapshot>";

    public static CannedAnswer Snapshots(string snapshots, string marker = "") =>
        CannedAnswer.Rds("DescribeDBSnapshots", $"<DBSnapshots>{snapshots}</DBSnapshots>{Marker(marker)}");

    public static string Instance(string name, IReadOnlyDictionary<string, string>? tags = null, string status = "available", string more = "") =>
        $"<DBInstance><DBInstanceIdentifier>{name}</DBInstanceIdentifier><DBInstanceArn>arn:aws:rds:eu-west-1:222222222222:db:{name}</DBInstanceArn>"
        + $"<DBInstanceStatus>{status}</DBInstanceStatus><DbiResourceId>db-ABC</DbiResourceId><Engine>postgres</Engine><EngineVersion>15.18</EngineVersion>"
        + "<DBInstanceClass>db.t4g.medium</DBInstanceClass><MasterUsername>master</MasterUsername>"
        + "<DBParameterGroups><DBParameterGroup><DBParameterGroupName>production</DBParameterGroupName></DBParameterGroup></DBParameterGroups>"
        + $"{more}{TagList(tags)}</DBInstance>";

    public static CannedAnswer Instances(string instances, string marker = "") =>
        CannedAnswer.Rds("DescribeDBInstances", $"<DBInstances>{instances}</DBInstances>{Marker(marker)}");

    public static CannedAnswer Parameters(IReadOnlyDictionary<string, string?> values, string marker = "") => CannedAnswer.Rds(
        "DescribeDBParameters",
        $"<Parameters>{string.Concat(values.Select(value => $"<Parameter><ParameterName>{value.Key}</ParameterName>"
            + (value.Value is null ? "" : $"<ParameterValue>{value.Value}</ParameterValue>") + "</Parameter>"))}</Parameters>{Marker(marker)}");

    private static string Marker(string marker) => marker.Length == 0 ? "" : $"<Marker>{marker}</Marker>";
}
