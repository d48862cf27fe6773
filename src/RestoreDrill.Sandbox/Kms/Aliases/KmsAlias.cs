using System.Text.Json.Serialization;

namespace RestoreDrill.Sandbox.Kms.Aliases;

/// <summary>A key's other name, as kept on disk.</summary>
internal sealed class KmsAlias
{
    public required string AccountId { get; init; }

    public required string Region { get; init; }

    /// <summary>With the prefix <c>alias/</c>.</summary>
    public required string Name { get; init; }

    public required string TargetKeyId { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    [JsonIgnore]
    public string Arn => ArnOf(AccountId, Region, Name);

    public static string ArnOf(string accountId, string region, string name) => $"arn:aws:kms:{region}:{accountId}:{name}";
}
