using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Accounts;

/// <summary>Who makes a call.</summary>
/// <param name="AccountId">The account whose resources the call sees.</param>
/// <param name="Arn">As GetCallerIdentity answers it.</param>
/// <param name="UserId">As GetCallerIdentity answers it.</param>
/// <param name="Role">The name of the assumed role, or null for the account's own keys.</param>
internal sealed record Principal(string AccountId, string Arn, string UserId, string? Role)
{
    /// <summary>The path of the assumed role.</summary>
    public string RolePath { get; init; } = "/";

    /// <summary>The principal as policies know it.</summary>
    public PolicyCaller AsCaller() => new(AccountId, Arn, Role is null ? null : $"arn:aws:iam::{AccountId}:role{RolePath}{Role}");
}
