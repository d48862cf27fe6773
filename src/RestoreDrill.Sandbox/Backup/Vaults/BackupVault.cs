using System.Text.Json.Serialization;
using RestoreDrill.Sandbox.Policies;
using RestoreDrill.Sandbox.Rds.Tags;

namespace RestoreDrill.Sandbox.Backup.Vaults;

/// <summary>A backup vault, as kept on disk.</summary>
internal sealed class BackupVault
{
    public required string AccountId { get; init; }

    public required string Region { get; init; }

    public required string Name { get; init; }

    public required string EncryptionKeyArn { get; init; }

    /// <summary>The caller's token, by which a repeated creation is told from another one of the same name.</summary>
    public string? CreatorRequestId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public VaultLock? Lock { get; set; }

    /// <summary>The access policy as it was put; it can be parsed.</summary>
    public string? AccessPolicy { get; set; }

    public List<ResourceTag> Tags { get; init; } = [];

    [JsonIgnore]
    public VaultArn Arn => new(Region, AccountId, Name);

    /// <summary>The access policy as it is evaluated: it adds to what the identity policies of the vault's own account allow; null without one.</summary>
    [JsonIgnore]
    public ResourcePolicy? ResourcePolicy => AccessPolicy is null ? null
        : new ResourcePolicy(PolicyKind.Resource, new NamedPolicy($"access policy of {Arn}", PolicyParser.Parse(AccessPolicy, PolicyKind.Resource)), IsRequired: false);
}
