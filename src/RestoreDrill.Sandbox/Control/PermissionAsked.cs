namespace RestoreDrill.Sandbox.Control;

/// <summary>A permission that was asked for, and who gave or refused it.</summary>
/// <param name="Account">The caller's account id.</param>
/// <param name="Role">The assumed role's name, or null.</param>
/// <param name="Action">For example <c>kms:CreateGrant</c>: also what an AWS service does in the caller's name.</param>
/// <param name="Resource">The ARN that was asked about first.</param>
/// <param name="IsAllowed">The answer.</param>
/// <param name="Policy">The policy that decided; null where none says anything.</param>
/// <param name="Statement">Its statement; null for an implicit denial.</param>
public sealed record PermissionAsked(string Account, string? Role, string Action, string Resource, bool IsAllowed, string? Policy, string? Statement);
