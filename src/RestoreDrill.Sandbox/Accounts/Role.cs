using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Accounts;

/// <summary>A role as it is at one moment: who may assume it and what it may do.</summary>
/// <param name="Name">The role's name.</param>
/// <param name="Path">What stands before the name in its ARN.</param>
/// <param name="Id">The stable id AWS shows in UserId: AROA and 17 characters.</param>
/// <param name="AccountId">The account it lives in.</param>
/// <param name="MaxSessionDuration">In seconds: the longest session that it gives.</param>
/// <param name="Trust">Its trust policy.</param>
/// <param name="Policies">Its identity policies.</param>
internal sealed record Role(
    string Name, string Path, string Id, string AccountId, int MaxSessionDuration, PolicyDocument Trust, IReadOnlyList<NamedPolicy> Policies)
{
    public string Arn => $"arn:aws:iam::{AccountId}:role{Path}{Name}";

    /// <summary>Who a session of the role is.</summary>
    public Principal Session(string name) =>
        new(AccountId, $"arn:aws:sts::{AccountId}:assumed-role/{Name}/{name}", $"{Id}:{name}", Name) { RolePath = Path };
}
