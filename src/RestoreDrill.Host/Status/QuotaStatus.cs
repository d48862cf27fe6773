using System.Text.Json.Serialization;

namespace RestoreDrill.Host.Status;

/// <summary>The vault's snapshot quota, or why it could not be looked at.</summary>
/// <param name="Quota">Null: not checked.</param>
/// <param name="NotChecked">Why not.</param>
internal sealed record QuotaStatus(SnapshotQuota? Quota, string? NotChecked)
{
    /// <summary>Not knowing is not well.</summary>
    public bool IsRed => Quota?.IsRed ?? true;

    /// <summary>Why it is red, and what to do; null: it is not.</summary>
    [JsonIgnore]
    public string? Red => Quota switch
    {
        null => $"snapshot quota: not checked: {NotChecked}",
        { IsRed: true } => $"snapshot quota: {Quota}; raise \"Manual DB snapshots\" of the vault account in Service Quotas, then Vault:SnapshotQuota; see runbooks/vault-full.md",
        _ => null,
    };
}
