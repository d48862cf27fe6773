using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Accounts;

/// <summary>A role: who may assume it and what it may do.</summary>
/// <param name="Name">The role's name.</param>
/// <param name="AccountId">The account it lives in.</param>
/// <param name="Trust">Its trust policy.</param>
/// <param name="Policies">Its identity policies.</param>
internal sealed record Role(string Name, string AccountId, PolicyDocument Trust, IReadOnlyList<NamedPolicy> Policies)
{
    public string Arn => $"arn:aws:iam::{AccountId}:role/{Name}";

    /// <summary>The stable id AWS shows in UserId: AROA and 17 characters.</summary>
    public string Id => "AROA" + Identifiers.Derived(Arn, 17);
}
