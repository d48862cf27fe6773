namespace RestoreDrill.Core.Protection;

/// <summary>
/// Another account than the vault's that an emergency restore restores into. Only copies of route <c>aws-backup</c> come there, by a copy job of AWS Backup: the account must be of the same organisation
/// (AWS Backup developer guide, "Creating backup copies across AWS accounts"). Networks, parameter groups and security groups of <see cref="RestoreOptions"/> are that account's.
/// </summary>
public sealed record RestoreAccountOptions
{
    /// <summary>Twelve digits; not the vault account's, may be the source account's.</summary>
    public required string AccountId { get; init; }

    /// <summary>The backup vault there that copies come into, by ARN; never the account's default one. Restored instances are under its key.</summary>
    public required string VaultArn { get; init; }

    /// <summary>The role of the vault account that AWS Backup copies in.</summary>
    public required string CopyRoleArn { get; init; }

    /// <summary>Days after which AWS Backup removes what it brought there; 1 or more, inside the range of that vault's lock.</summary>
    public int CopyRetentionDays { get; init; } = 7;

    /// <summary>The name of the backup vault: the last part of its ARN.</summary>
    public string BackupVault => VaultArn[(VaultArn.LastIndexOf(':') + 1)..];
}
