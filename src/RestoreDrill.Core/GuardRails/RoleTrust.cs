namespace RestoreDrill.Core.GuardRails;

/// <summary>Who may assume a role.</summary>
/// <param name="Arn">The role's ARN.</param>
/// <param name="Policy">Its trust policy, JSON.</param>
public sealed record RoleTrust(string Arn, string Policy);
