using Amazon.IdentityManagement.Model;
using RestoreDrill.Aws.Access;
using RestoreDrill.Aws.Calls;
using RestoreDrill.Core.GuardRails;

namespace RestoreDrill.Aws.Isolation;

/// <summary>The policies of an account's roles.</summary>
internal static class RolePolicyLists
{
    private const string NotThere = "NoSuchEntity";

    /// <summary>The ARNs of the managed policies that hang on a role; null: there is no such role.</summary>
    public static async Task<IReadOnlyList<string>?> AttachedToAsync(AccountSession session, string role, CancellationToken cancellationToken)
    {
        var all = new List<string>();
        string? next = null;
        do
        {
            var page = await session.Calls.LookAsync(
                "iam:ListAttachedRolePolicies",
                $"policies on role {role}",
                NotThere,
                session.Iam.ListAttachedRolePoliciesAsync,
                new ListAttachedRolePoliciesRequest { RoleName = role, Marker = next },
                cancellationToken);
            if (page is null)
            {
                return null;
            }

            all.AddRange((page.AttachedPolicies ?? []).Select(static policy => Answers.Needed(policy.PolicyArn, "policy ARN")));
            next = page.IsTruncated == true ? page.Marker : null;
        }
        while (next is not null);

        return all;
    }

    /// <summary>The names of the policies that are written in a role.</summary>
    public static async Task<IReadOnlyList<string>> WrittenInAsync(AccountSession session, string role, CancellationToken cancellationToken)
    {
        var all = new List<string>();
        string? next = null;
        do
        {
            var page = await session.Calls.AskAsync(
                "iam:ListRolePolicies", $"policies in role {role}", session.Iam.ListRolePoliciesAsync, new ListRolePoliciesRequest { RoleName = role, Marker = next }, cancellationToken);
            all.AddRange(page.PolicyNames ?? []);
            next = page.IsTruncated == true ? page.Marker : null;
        }
        while (next is not null);

        return all;
    }

    /// <summary>A policy that is written in a role; null: there is none of that name. IAM writes it URL-encoded, RFC 3986 (API reference, GetRolePolicy).</summary>
    public static async Task<string?> FindAsync(AccountSession session, string role, string policy, CancellationToken cancellationToken)
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

    /// <summary>All of a role's policies; null: there is no such role.</summary>
    public static async Task<RolePolicies?> OfAsync(AccountSession session, string role, CancellationToken cancellationToken)
    {
        if (await AttachedToAsync(session, role, cancellationToken) is not { } attached)
        {
            return null;
        }

        var written = new List<AttachedPolicy>();
        foreach (var policy in await WrittenInAsync(session, role, cancellationToken))
        {
            if (await FindAsync(session, role, policy, cancellationToken) is { } document)
            {
                written.Add(new AttachedPolicy(policy, document));
            }
        }

        return new RolePolicies(written, attached);
    }
}
