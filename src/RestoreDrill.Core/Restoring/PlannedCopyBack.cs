using RestoreDrill.Core.Copying.Backups;

namespace RestoreDrill.Core.Restoring;

/// <summary>How the planned copy comes into another account than the vault's: by a copy job of AWS Backup, out of the locked vault into one of that account.</summary>
public sealed record PlannedCopyBack
{
    /// <summary>The locked vault, by name.</summary>
    public required string FromVault { get; init; }

    /// <summary>The vault of the other account, by ARN.</summary>
    public required string VaultArn { get; init; }

    /// <summary>The vault of the other account, by name.</summary>
    public required string VaultName { get; init; }

    /// <summary>The key that the copy, and the restored instance, are under there: that vault's. Null: there was no such vault when the plan was made.</summary>
    public string? KeyArn { get; init; }

    /// <summary>The role of the vault account that AWS Backup works in.</summary>
    public required string RoleArn { get; init; }

    /// <summary>Days after which AWS Backup removes what it brought there.</summary>
    public required int RetentionDays { get; init; }

    /// <summary>What the job is asked for with; the same one however often it is sent.</summary>
    internal CopyOrder OrderOf(string pointArn, string token) => new()
    {
        PointArn = pointArn, SourceVault = FromVault, VaultArn = VaultArn, RoleArn = RoleArn, Token = token, RetentionDays = RetentionDays,
    };
}
