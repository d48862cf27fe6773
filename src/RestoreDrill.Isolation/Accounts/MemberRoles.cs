using Amazon.IdentityManagement.Model;
using RestoreDrill.Aws.Access;
using RestoreDrill.Aws.Calls;
using RestoreDrill.Aws.Isolation;

namespace RestoreDrill.Isolation.Accounts;

/// <summary>The roles of one account. IAM writes trust policies URL-encoded, RFC 3986 (API reference, GetRole).</summary>
internal sealed class MemberRoles(AccountSession session)
{
    private const string NotThere = "NoSuchEntity";

    /// <summary>A role's trust policy; null: there is no such role.</summary>
    public async Task<string?> FindTrustAsync(string role, CancellationToken cancellationToken)
    {
        var answer = await session.Calls.LookAsync(
            "iam:GetRole", $"role {role}", NotThere, session.Iam.GetRoleAsync, new GetRoleRequest { RoleName = role }, cancellationToken);
        return answer?.Role is { } found ? Uri.UnescapeDataString(Answers.Needed(found.AssumeRolePolicyDocument, "trust policy")) : null;
    }

    /// <summary>A policy that is written in the role itself; null: there is none of that name.</summary>
    public Task<string?> FindPolicyAsync(string role, string policy, CancellationToken cancellationToken) => RolePolicyLists.FindAsync(session, role, policy, cancellationToken);

    /// <summary>The names of the policies that are written in the role itself.</summary>
    public Task<IReadOnlyList<string>> PoliciesInAsync(string role, CancellationToken cancellationToken) => RolePolicyLists.WrittenInAsync(session, role, cancellationToken);

    /// <summary>The ARNs of the managed policies that hang on the role.</summary>
    public async Task<IReadOnlyList<string>> PoliciesOnAsync(string role, CancellationToken cancellationToken) =>
        await RolePolicyLists.AttachedToAsync(session, role, cancellationToken) ?? [];

    public Task CreateAsync(string role, string trust, CancellationToken cancellationToken) => session.Calls.ChangeAsync(
        "iam:CreateRole",
        $"role {role}",
        session.Iam.CreateRoleAsync,
        new CreateRoleRequest { RoleName = role, AssumeRolePolicyDocument = trust, Description = "RestoreDrill: made by `restoredrill isolation apply`" },
        cancellationToken);

    public Task TrustAsync(string role, string trust, CancellationToken cancellationToken) => session.Calls.ChangeAsync(
        "iam:UpdateAssumeRolePolicy",
        $"trust policy of role {role}",
        session.Iam.UpdateAssumeRolePolicyAsync,
        new UpdateAssumeRolePolicyRequest { RoleName = role, PolicyDocument = trust },
        cancellationToken);

    public Task PutPolicyAsync(string role, string policy, string document, CancellationToken cancellationToken) => session.Calls.ChangeAsync(
        "iam:PutRolePolicy",
        $"policy {policy} of role {role}",
        session.Iam.PutRolePolicyAsync,
        new PutRolePolicyRequest { RoleName = role, PolicyName = policy, PolicyDocument = document },
        cancellationToken);

    public Task AttachAsync(string role, string policyArn, CancellationToken cancellationToken) => session.Calls.ChangeAsync(
        "iam:AttachRolePolicy",
        $"policy {policyArn} on role {role}",
        session.Iam.AttachRolePolicyAsync,
        new AttachRolePolicyRequest { RoleName = role, PolicyArn = policyArn },
        cancellationToken);
}
