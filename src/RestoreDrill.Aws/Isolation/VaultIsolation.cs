using Amazon.Backup.Model;
using Amazon.IdentityManagement.Model;
using Amazon.Organizations;
using Amazon.Organizations.Model;
using RestoreDrill.Aws.Access;
using RestoreDrill.Aws.Calls;
using RestoreDrill.Aws.Copying;
using RestoreDrill.Core.GuardRails;
using Organisation = RestoreDrill.Core.GuardRails.Organisation;

namespace RestoreDrill.Aws.Isolation;

/// <summary>
/// The vault account on Organizations, IAM, AWS Backup, KMS and RDS, as guard rails see it. A member account may ask Organizations only what a resource policy of the
/// organisation lets it (Organizations user guide, "Delegated administrator for AWS Organizations").
/// </summary>
public sealed class VaultIsolation : IIsolation, IDisposable
{
    private readonly AccountSession _session;

    internal VaultIsolation(AccountSession session) => _session = session;

    public async Task<Organisation?> FindOrganisationAsync(CancellationToken cancellationToken)
    {
        var answer = await _session.Calls.LookAsync(
            "organizations:DescribeOrganization",
            "the organisation",
            "AWSOrganizationsNotInUseException",
            _session.Organizations.DescribeOrganizationAsync,
            new DescribeOrganizationRequest(),
            cancellationToken);
        return answer?.Organization is { } found
            ? new Organisation(Answers.Needed(found.Id, "organization id"), Answers.Needed(found.MasterAccountId, "management account id"))
            : null;
    }

    public async Task<bool> IsMemberAsync(string accountId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(accountId);
        var answer = await _session.Calls.LookAsync(
            "organizations:DescribeAccount",
            $"account {accountId}",
            "AccountNotFoundException",
            _session.Organizations.DescribeAccountAsync,
            new DescribeAccountRequest { AccountId = accountId },
            cancellationToken);
        return answer?.Account is not null;
    }

    public async Task<IReadOnlyList<OrganisationTarget>> PathOfAsync(string accountId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(accountId);
        var path = new List<OrganisationTarget> { await TargetAsync(accountId, isRoot: false, cancellationToken) };
        while (!path[^1].IsRoot)
        {
            var child = path[^1].Id;
            var answer = await _session.Calls.AskAsync(
                "organizations:ListParents", $"parents of {child}", _session.Organizations.ListParentsAsync, new ListParentsRequest { ChildId = child }, cancellationToken);

            // Every account and unit has one parent (Organizations API reference, ListParents).
            var parent = answer.Parents?.FirstOrDefault();
            path.Add(await TargetAsync(Answers.Needed(parent?.Id, $"parent of {child}"), parent!.Type == ParentType.ROOT, cancellationToken));
        }

        return path;
    }

    public async Task<IReadOnlyList<string>> AccountsInAsync(string parentId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(parentId);
        var all = new List<string>();
        string? next = null;
        do
        {
            // A page may be empty and have a successor.
            var page = await _session.Calls.AskAsync(
                "organizations:ListAccountsForParent",
                $"accounts in {parentId}",
                _session.Organizations.ListAccountsForParentAsync,
                new ListAccountsForParentRequest { ParentId = parentId, NextToken = next },
                cancellationToken);
            all.AddRange((page.Accounts ?? []).Select(static account => Answers.Needed(account.Id, "account id")));
            next = page.NextToken;
        }
        while (!string.IsNullOrEmpty(next));

        return all;
    }

    public async Task<IReadOnlyList<RoleTrust>> ListTrustsAsync(CancellationToken cancellationToken)
    {
        var all = new List<RoleTrust>();
        string? next = null;
        do
        {
            var page = await _session.Calls.AskAsync(
                "iam:ListRoles", "the account's roles", _session.Iam.ListRolesAsync, new ListRolesRequest { Marker = next }, cancellationToken);

            // IAM writes policies URL-encoded, RFC 3986 (API reference, ListRoles, Role).
            all.AddRange((page.Roles ?? []).Select(static role => new RoleTrust(
                Answers.Needed(role.Arn, "role ARN"), Uri.UnescapeDataString(Answers.Needed(role.AssumeRolePolicyDocument, "trust policy")))));
            next = page.IsTruncated == true ? page.Marker : null;
        }
        while (next is not null);

        return all;
    }

    public Task<RolePolicies?> FindPoliciesAsync(string role, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(role);
        return RolePolicyLists.OfAsync(_session, role, cancellationToken);
    }

    public async Task<string?> FindVaultPolicyAsync(string vault, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(vault);
        var answer = await _session.Calls.LookAsync(
            "backup:GetBackupVaultAccessPolicy",
            $"access policy of backup vault {vault}",
            "ResourceNotFoundException",
            _session.Backup.GetBackupVaultAccessPolicyAsync,
            new GetBackupVaultAccessPolicyRequest { BackupVaultName = vault },
            cancellationToken);
        return answer?.Policy;
    }

    public Task<string> KeyPolicyAsync(string keyArn, CancellationToken cancellationToken) => Keys.PolicyOfAsync(_session, keyArn, cancellationToken);

    public Task<IReadOnlyList<KeyGrant>> GrantsOfAsync(string keyArn, CancellationToken cancellationToken) => Keys.GrantsOfAsync(_session, keyArn, cancellationToken);

    public Task<IReadOnlyList<string>> SharedWithAsync(string snapshot, CancellationToken cancellationToken) =>
        SnapshotShares.OfAsync(_session, snapshot, cancellationToken);

    public void Dispose() => _session.Dispose();

    private async Task<OrganisationTarget> TargetAsync(string id, bool isRoot, CancellationToken cancellationToken)
    {
        var policies = new List<AttachedPolicy>();
        string? next = null;
        do
        {
            var page = await _session.Calls.AskAsync(
                "organizations:ListPoliciesForTarget",
                $"policies of {id}",
                _session.Organizations.ListPoliciesForTargetAsync,
                new ListPoliciesForTargetRequest { TargetId = id, Filter = PolicyType.SERVICE_CONTROL_POLICY, NextToken = next },
                cancellationToken);
            foreach (var attached in page.Policies ?? [])
            {
                var answer = await _session.Calls.AskAsync(
                    "organizations:DescribePolicy",
                    $"policy {attached.Id}",
                    _session.Organizations.DescribePolicyAsync,
                    new DescribePolicyRequest { PolicyId = attached.Id },
                    cancellationToken);
                policies.Add(new AttachedPolicy(attached.Name ?? attached.Id, Answers.Needed(answer.Policy?.Content, "policy text")));
            }

            next = page.NextToken;
        }
        while (!string.IsNullOrEmpty(next));

        return new OrganisationTarget(id, isRoot, policies);
    }
}
