using System.Text.Json.Serialization;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Iam.InlinePolicies;
using RestoreDrill.Sandbox.Iam.ManagedPolicies;
using RestoreDrill.Sandbox.Rds.Tags;

namespace RestoreDrill.Sandbox.Iam.Roles;

/// <summary>A role, as kept on disk.</summary>
internal sealed class IamRole
{
    public const int LongestName = 64;

    /// <summary>In seconds, where nothing else was asked for.</summary>
    public const int UsualSession = 3600;

    private const string ServiceLinkedPath = "/aws-service-role/";

    public required string AccountId { get; init; }

    public string Path { get; init; } = "/";

    public required string Name { get; init; }

    /// <summary>AROA and 17 characters: another role of the same name has another one.</summary>
    public required string Id { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether the sandbox made it, so that installations add their policies to it.</summary>
    public bool IsPremade { get; init; }

    public required TrustPolicy Trust { get; set; }

    public string? Description { get; set; }

    /// <summary>In seconds: the longest session that AssumeRole gives.</summary>
    public int MaxSessionDuration { get; set; } = UsualSession;

    public List<ResourceTag> Tags { get; init; } = [];

    public List<InlinePolicy> InlinePolicies { get; init; } = [];

    /// <summary>The ARNs of the managed policies that are attached.</summary>
    public List<string> AttachedPolicies { get; init; } = [];

    [JsonIgnore]
    public string Arn => ArnOf(AccountId, Path, Name);

    /// <summary>Whether it belongs to an AWS service, which alone changes it.</summary>
    [JsonIgnore]
    public bool IsServiceLinked => Path.StartsWith(ServiceLinkedPath, StringComparison.Ordinal);

    public static string ArnOf(string accountId, string path, string name) => $"arn:aws:iam::{accountId}:role{path}{name}";

    public static string NewId() => "AROA" + Identifiers.Random(17);

    /// <summary>The role as calls are held against it.</summary>
    public Role AsRole() => new(
        Name, Path, Id, AccountId, MaxSessionDuration, Trust.Document,
        [.. InlinePolicies.Select(policy => policy.Read()), .. AttachedPolicies.Select(arn => ManagedPolicy.WithArn(arn)!.Read())]);
}
