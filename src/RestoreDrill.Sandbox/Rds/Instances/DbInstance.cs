using System.Text.Json.Serialization;
using RestoreDrill.Sandbox.Rds.Tags;

namespace RestoreDrill.Sandbox.Rds.Instances;

/// <summary>A DB instance, as kept on disk.</summary>
internal sealed class DbInstance
{
    public required string AccountId { get; init; }

    public required string Region { get; init; }

    public required string Identifier { get; set; }

    /// <summary><c>db-</c> and 26 characters; never used again.</summary>
    public required string DbiResourceId { get; init; }

    public required InstanceSettings Settings { get; set; }

    public required string Status { get; set; }

    /// <summary>Why the status is a bad one, in the server's words.</summary>
    public string? StatusReason { get; set; }

    public required string AvailabilityZone { get; init; }

    public required string SubnetGroupName { get; set; }

    public required List<string> SecurityGroups { get; set; }

    public required string ParameterGroupName { get; set; }

    public string ParameterApplyStatus { get; set; } = "in-sync";

    public string? KmsKeyId { get; init; }

    public bool PubliclyAccessible { get; set; }

    public bool IamAuthentication { get; set; }

    public bool DeletionProtection { get; set; }

    public List<string> LogExports { get; set; } = [];

    public string CaCertificateIdentifier { get; init; } = "rds-ca-rsa2048-g1";

    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>When it was ready first; null before.</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>The port on 127.0.0.1, once there is a server.</summary>
    public int? Port { get; set; }

    /// <summary>The password that the server does not have yet. On AWS, too, a change that was accepted outlives a restart of the service.</summary>
    public string? PendingMasterPassword { get; set; }

    /// <summary>Changes accepted and not made yet, by their names in PendingModifiedValues; never the password.</summary>
    public Dictionary<string, string> PendingChanges { get; init; } = [];

    public InstanceSettings? PendingSettings { get; set; }

    public bool KeepAutomatedBackups { get; set; }

    public List<ResourceTag> Tags { get; init; } = [];

    /// <summary>What is to be done still, in this order; the first is under way.</summary>
    public List<InstanceStep> Steps { get; init; } = [];

    [JsonIgnore]
    public RdsArn Arn => new(Region, AccountId, "db", Identifier);

    [JsonIgnore]
    public bool IsEncrypted => KmsKeyId is not null;
}
