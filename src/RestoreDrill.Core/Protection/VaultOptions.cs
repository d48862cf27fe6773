namespace RestoreDrill.Core.Protection;

/// <summary>The vault account.</summary>
public sealed record VaultOptions
{
    /// <summary>Twelve digits; never the source account's.</summary>
    public required string AccountId { get; init; }

    /// <summary>The vault's own customer managed key, ARN or alias ARN.</summary>
    public required string KmsKey { get; init; }

    /// <summary>The role, by name, by which the management account enters the vault account; Organizations calls it so where it makes one.</summary>
    public string MemberRole { get; init; } = "OrganizationAccountAccessRole";

    /// <summary>How many manual snapshots the account and region may hold (an RDS quota; AWS's default is 100).</summary>
    public int SnapshotQuota { get; init; } = 100;
}
