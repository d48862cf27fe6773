namespace RestoreDrill.Host.Status;

/// <summary>The vault's snapshot quota, or why it could not be looked at.</summary>
/// <param name="Quota">Null: not checked.</param>
/// <param name="NotChecked">Why not.</param>
internal sealed record QuotaStatus(SnapshotQuota? Quota, string? NotChecked)
{
    /// <summary>Not knowing is not well.</summary>
    public bool IsRed => Quota?.IsRed ?? true;
}
