using Amazon.IdentityManagement.Model;
using RestoreDrill.Aws.Access;
using RestoreDrill.Aws.Calls;

namespace RestoreDrill.Isolation.Accounts;

/// <summary>The roles of one account. IAM writes policies URL-encoded, RFC 3986 (API reference, GetRole and GetRolePolicy).</summary>
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
    public async Task<string?> FindPolicyAsync(string role, string policy, CancellationToken cancellationToken)
    {
        var answer = await session.Calls.LookAsync(
            "iam:GetRolePolicy",
            $"policy {policy} of role {role}",
            NotThere,
            session.Iam.GetRolePolicyAsync,
            new GetRolePolicyRequest { RoleName = role, PolicyName = policy },
            cancellationToken);
        return answer is null ? null : Uri.UnescapeDataString(Answers.Needed(answer.PolicyDocument, "policy document"));
    }

    /// <summary>The names of the policies that are written in the role itself.</summary>
    public async Task<IReadOnlyList<string>> PoliciesInAsync(string role, CancellationToken cancellationToken)
    {
        var all = new List<string>();
        string? next = null;
        do
        {
            var page = await session.Calls.AskAsync(
                "iam:ListRolePolicies",
                $"policies in role {role}",
                session.Iam.ListRolePoliciesAsync,
                new ListRolePoliciesRequest { RoleName = role, Marker = next },
                cancellationToken);
            all.AddRange(page.PolicyNames ?? []);
            next = page.IsTruncated == true ? page.Marker : null;
        }
        while (next is not null);

        return all;
    }

    /// <summary>The ARNs of the managed policies that hang on the role.</summary>
    public async Task<IReadOnlyList<string>> PoliciesOnAsync(string role, CancellationToken cancellationToken)
    {
        var all = new List<string>();
        string? next = null;
        do
        {
            var page = await session.Calls.AskAsync(
                "iam:ListAttachedRolePolicies",
                $"policies on role {role}",
                session.Iam.ListAttachedRolePoliciesAsync,
                new ListAttachedRolePoliciesRequest { RoleName = role, Marker = next },
                cancellationToken);
            all.AddRange((page.AttachedPolicies ?? []).Select(static policy => policy.PolicyArn));
            next = page.IsTruncated == true ? page.Marker : null;
        }
        while (next is not null);

        return all;
    }

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
