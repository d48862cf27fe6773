namespace RestoreDrill.Sandbox.Accounts;

/// <summary>A role: who may assume it and what it may do.</summary>
/// <param name="Name">The role's name.</param>
/// <param name="AccountId">The account it lives in.</param>
/// <param name="TrustedAccountId">The account whose principals it trusts.</param>
/// <param name="ExternalId">What the assumer must name, or null for nothing.</param>
/// <param name="Actions">Allowed actions, <c>service:Operation</c>, with <c>*</c> for any characters.</param>
internal sealed record Role(string Name, string AccountId, string TrustedAccountId, string? ExternalId, IReadOnlyList<string> Actions)
{
    public string Arn => $"arn:aws:iam::{AccountId}:role/{Name}";

    /// <summary>The stable id AWS shows in UserId: AROA and 17 characters.</summary>
    public string Id => "AROA" + Identifiers.Derived(Arn, 17);
}
