namespace RestoreDrill.Core.Protection;

/// <summary>The backup vaults that route <c>aws-backup</c> goes through.</summary>
public sealed record BackupOptions
{
    /// <summary>The vault in the source account that recovery points are made in, by name.</summary>
    public required string SourceVault { get; init; }

    /// <summary>The role of the source account that AWS Backup works in.</summary>
    public required string RoleArn { get; init; }

    /// <summary>Days that a recovery point stays in <see cref="SourceVault"/>: AWS Backup removes it then, RestoreDrill never does. At least 1; 7 unless set.</summary>
    public int SourceRetentionDays { get; init; } = 7;

    /// <summary>The locked vault in the vault account, by ARN.</summary>
    public required string VaultArn { get; init; }

    /// <summary>Days that a copy stays in the locked vault: inside the range of its lock, which else fails the copy job. At least 1.</summary>
    public required int RetentionDays { get; init; }

    /// <summary>The name of the locked vault: the last part of its ARN.</summary>
    public string VaultName => VaultArn[(VaultArn.LastIndexOf(':') + 1)..];
}
