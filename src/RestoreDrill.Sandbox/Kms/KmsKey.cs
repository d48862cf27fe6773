using System.Text.Json.Serialization;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Kms.Grants;
using RestoreDrill.Sandbox.Kms.Keys;
using RestoreDrill.Sandbox.Rds.Tags;

namespace RestoreDrill.Sandbox.Kms;

/// <summary>A symmetric encryption key of one account and region, as kept on disk.</summary>
internal sealed class KmsKey
{
    public const string CustomerAlias = "alias/restoredrill";
    public const string RdsAlias = "alias/aws/rds";
    public const string BackupAlias = "alias/aws/backup";

    public required string AccountId { get; init; }

    public required string Region { get; init; }

    public required string KeyId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public string Description { get; init; } = "";

    /// <summary>AWS managed keys have a policy that nobody can change: no other account may ever use them.</summary>
    public bool IsAwsManaged { get; init; }

    /// <summary>The key policy as it was put; it can be parsed.</summary>
    public required string Policy { get; set; }

    /// <summary>One of <see cref="KeyState"/>.</summary>
    public string State { get; set; } = KeyState.Enabled;

    /// <summary>When the key is gone for good; null unless it is to be deleted.</summary>
    public DateTimeOffset? DeletionAt { get; set; }

    /// <summary>How often the key's material is replaced; null for never.</summary>
    public int? RotationPeriodInDays { get; set; }

    /// <summary>What the next rotation counts from.</summary>
    public DateTimeOffset? RotatesFrom { get; set; }

    public List<ResourceTag> Tags { get; init; } = [];

    public List<KmsGrant> Grants { get; init; } = [];

    [JsonIgnore]
    public string Arn => ArnOf(AccountId, Region, KeyId);

    [JsonIgnore]
    public bool IsUsable => State == KeyState.Enabled;

    /// <summary>The id of a key that an account's region begins with: it follows from the three.</summary>
    public static string FirstId(string accountId, string region, string alias) => Identifiers.Uuid($"{accountId}/{region}/{alias}").ToString();

    /// <summary>The ARN of a key that an account's region begins with.</summary>
    public static string FirstArn(string accountId, string region, string alias) => ArnOf(accountId, region, FirstId(accountId, region, alias));

    public static string ArnOf(string accountId, string region, string keyId) => $"arn:aws:kms:{region}:{accountId}:key/{keyId}";
}
