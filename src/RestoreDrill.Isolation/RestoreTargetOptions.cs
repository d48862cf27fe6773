namespace RestoreDrill.Isolation;

/// <summary>The account that emergency restores restore into in place of the vault account. What has to be there is made by whoever owns it; what it takes in the vault account is made as the rest is.</summary>
/// <param name="AccountId">Twelve digits; not the vault account's.</param>
/// <param name="RoleArn">The role there that a session of the role of emergency restores takes on, by ARN.</param>
/// <param name="BackupVault">The backup vault there that copies come into, by name.</param>
/// <param name="CopyRoleArn">The role of the vault account that AWS Backup copies in, by ARN.</param>
public sealed record RestoreTargetOptions(string AccountId, string RoleArn, string BackupVault, string CopyRoleArn);
