using System.Text.Json.Serialization;
using RestoreDrill.Sandbox.Rds.Instances;
using RestoreDrill.Sandbox.Rds.Tags;

namespace RestoreDrill.Sandbox.Rds.Snapshots;

/// <summary>A DB snapshot or a copy of one, as kept on disk.</summary>
internal sealed class DbSnapshot
{
    public const string AwsBackup = "awsbackup";

    public required string AccountId { get; init; }

    public required string Region { get; init; }

    public required string Identifier { get; init; }

    /// <summary>Where its data lies.</summary>
    public required string StorageId { get; init; }

    /// <summary><c>manual</c>, <c>automated</c>, or <c>awsbackup</c> for one that AWS Backup made and keeps.</summary>
    public required string Type { get; init; }

    public required string Status { get; set; }

    public string? StatusReason { get; set; }

    public int PercentProgress { get; set; }

    public required string InstanceIdentifier { get; init; }

    /// <summary>Of the instance it was first taken of; copying keeps it.</summary>
    public required string DbiResourceId { get; init; }

    public required DateTimeOffset? InstanceCreatedAt { get; init; }

    public required InstanceSettings Settings { get; init; }

    public required string AvailabilityZone { get; init; }

    public bool IamAuthentication { get; init; }

    public string? KmsKeyId { get; init; }

    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>Unchanged by copying.</summary>
    public DateTimeOffset? OriginallyCreatedAt { get; set; }

    /// <summary>The last instant whose commits it holds; unchanged by copying.</summary>
    public DateTimeOffset? DatabaseTime { get; set; }

    /// <summary>Of a copy: where the data of what it copies lies.</summary>
    public string? CopiedFromStorageId { get; init; }

    /// <summary>The ARN of what it was copied from; AWS shows it only for a copy out of another account or region.</summary>
    public string? CopiedFromArn { get; init; }

    /// <summary>The accounts that may restore or copy it; <c>all</c> for everybody.</summary>
    public List<string> SharedWith { get; init; } = [];

    public List<ResourceTag> Tags { get; init; } = [];

    [JsonIgnore]
    public RdsArn Arn => new(Region, AccountId, "snapshot", Identifier);

    [JsonIgnore]
    public bool IsAutomated => Type == "automated";

    [JsonIgnore]
    public bool IsOfAwsBackup => Type == AwsBackup;

    public bool IsSharedWith(string accountId) => SharedWith.Contains(accountId) || SharedWith.Contains("all");
}
