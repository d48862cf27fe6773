using Amazon.Backup.Model;
using Amazon.Organizations;
using Amazon.Organizations.Model;
using RestoreDrill.Aws.Access;
using RestoreDrill.Core.GuardRails;
using Answers = RestoreDrill.Aws.Calls.Answers;

namespace RestoreDrill.Isolation.Accounts;

/// <summary>The organisation, with the management account's credentials.</summary>
internal sealed class ManagementOrganisation(AccountSession session, IIsolation view, string vaultAccount)
{
    private const string CrossAccount = "isCrossAccountBackupEnabled";

    public async Task<Organization?> FindAsync(CancellationToken cancellationToken)
    {
        var answer = await session.Calls.LookAsync(
            "organizations:DescribeOrganization",
            "the organisation",
            "AWSOrganizationsNotInUseException",
            session.Organizations.DescribeOrganizationAsync,
            new DescribeOrganizationRequest(),
            cancellationToken);
        return answer?.Organization;
    }

    public Task<bool> IsMemberAsync(string account, CancellationToken cancellationToken) => view.IsMemberAsync(account, cancellationToken);

    /// <summary>The vault account and every unit from it up to the root, with their service control policies.</summary>
    public Task<IReadOnlyList<OrganisationTarget>> PathAsync(CancellationToken cancellationToken) => view.PathOfAsync(vaultAccount, cancellationToken);

    public Task<IReadOnlyList<string>> AccountsInAsync(string parent, CancellationToken cancellationToken) => view.AccountsInAsync(parent, cancellationToken);

    public async Task<Root> RootAsync(CancellationToken cancellationToken)
    {
        var answer = await session.Calls.AskAsync(
            "organizations:ListRoots", "the organisation's root", session.Organizations.ListRootsAsync, new ListRootsRequest(), cancellationToken);

        // An organisation has one root (Organizations user guide, "Terminology and concepts").
        return answer.Roots.Single();
    }

    public Task EnablePoliciesAsync(string root, CancellationToken cancellationToken) => session.Calls.ChangeAsync(
        "organizations:EnablePolicyType",
        $"service control policies of {root}",
        session.Organizations.EnablePolicyTypeAsync,
        new EnablePolicyTypeRequest { RootId = root, PolicyType = PolicyType.SERVICE_CONTROL_POLICY },
        cancellationToken);

    public async Task<bool> TrustsAsync(string service, CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            var page = await session.Calls.AskAsync(
                "organizations:ListAWSServiceAccessForOrganization",
                "services that the organisation trusts",
                session.Organizations.ListAWSServiceAccessForOrganizationAsync,
                new ListAWSServiceAccessForOrganizationRequest { NextToken = next },
                cancellationToken);
            if ((page.EnabledServicePrincipals ?? []).Exists(one => one.ServicePrincipal == service))
            {
                return true;
            }

            next = page.NextToken;
        }
        while (!string.IsNullOrEmpty(next));

        return false;
    }

    public Task TrustAsync(string service, CancellationToken cancellationToken) => session.Calls.ChangeAsync(
        "organizations:EnableAWSServiceAccess",
        $"trusted access of {service}",
        session.Organizations.EnableAWSServiceAccessAsync,
        new EnableAWSServiceAccessRequest { ServicePrincipal = service },
        cancellationToken);

    public async Task<bool> CopiesAcrossAccountsAsync(CancellationToken cancellationToken)
    {
        var answer = await session.Calls.AskAsync(
            "backup:DescribeGlobalSettings",
            "settings of AWS Backup in the organisation",
            session.Backup.DescribeGlobalSettingsAsync,
            new DescribeGlobalSettingsRequest(),
            cancellationToken);
        return answer.GlobalSettings?.GetValueOrDefault(CrossAccount) == "true";
    }

    public Task CopyAcrossAccountsAsync(CancellationToken cancellationToken) => session.Calls.ChangeAsync(
        "backup:UpdateGlobalSettings",
        $"{CrossAccount} in the organisation",
        session.Backup.UpdateGlobalSettingsAsync,
        new UpdateGlobalSettingsRequest { GlobalSettings = new Dictionary<string, string> { [CrossAccount] = "true" } },
        cancellationToken);

    /// <summary>A unit right under another (or the root), by name; null: there is none.</summary>
    public async Task<string?> FindUnitAsync(string parent, string name, CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            var page = await session.Calls.AskAsync(
                "organizations:ListOrganizationalUnitsForParent",
                $"units in {parent}",
                session.Organizations.ListOrganizationalUnitsForParentAsync,
                new ListOrganizationalUnitsForParentRequest { ParentId = parent, NextToken = next },
                cancellationToken);
            if ((page.OrganizationalUnits ?? []).Find(unit => unit.Name == name) is { } found)
            {
                return found.Id;
            }

            next = page.NextToken;
        }
        while (!string.IsNullOrEmpty(next));

        return null;
    }

    public async Task<string> CreateUnitAsync(string parent, string name, CancellationToken cancellationToken)
    {
        var answer = await session.Calls.ChangeAsync(
            "organizations:CreateOrganizationalUnit",
            $"unit {name} in {parent}",
            session.Organizations.CreateOrganizationalUnitAsync,
            new CreateOrganizationalUnitRequest { ParentId = parent, Name = name },
            cancellationToken);
        return Answers.Needed(answer.OrganizationalUnit?.Id, "unit id");
    }

    public Task MoveVaultAsync(string from, string to, CancellationToken cancellationToken) => session.Calls.ChangeAsync(
        "organizations:MoveAccount",
        $"account {vaultAccount} from {from} to {to}",
        session.Organizations.MoveAccountAsync,
        new MoveAccountRequest { AccountId = vaultAccount, SourceParentId = from, DestinationParentId = to },
        cancellationToken);

    /// <summary>The organisation's resource policy; null: it has none.</summary>
    public async Task<string?> FindResourcePolicyAsync(CancellationToken cancellationToken)
    {
        var answer = await session.Calls.LookAsync(
            "organizations:DescribeResourcePolicy",
            "resource policy of the organisation",
            "ResourcePolicyNotFoundException",
            session.Organizations.DescribeResourcePolicyAsync,
            new DescribeResourcePolicyRequest(),
            cancellationToken);
        return answer?.ResourcePolicy?.Content;
    }

    public Task PutResourcePolicyAsync(string policy, CancellationToken cancellationToken) => session.Calls.ChangeAsync(
        "organizations:PutResourcePolicy",
        "resource policy of the organisation",
        session.Organizations.PutResourcePolicyAsync,
        new PutResourcePolicyRequest { Content = policy },
        cancellationToken);

    /// <summary>A service control policy by name: its id and text; null: there is none.</summary>
    public async Task<(string Id, string Text)?> FindPolicyAsync(string name, CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            var page = await session.Calls.AskAsync(
                "organizations:ListPolicies",
                "service control policies",
                session.Organizations.ListPoliciesAsync,
                new ListPoliciesRequest { Filter = PolicyType.SERVICE_CONTROL_POLICY, NextToken = next },
                cancellationToken);
            if ((page.Policies ?? []).Find(policy => policy.Name == name) is { } found)
            {
                var answer = await session.Calls.AskAsync(
                    "organizations:DescribePolicy",
                    $"policy {found.Id}",
                    session.Organizations.DescribePolicyAsync,
                    new DescribePolicyRequest { PolicyId = found.Id },
                    cancellationToken);
                return (found.Id, Answers.Needed(answer.Policy?.Content, "policy text"));
            }

            next = page.NextToken;
        }
        while (!string.IsNullOrEmpty(next));

        return null;
    }

    public async Task<string> CreatePolicyAsync(string name, string text, CancellationToken cancellationToken)
    {
        var answer = await session.Calls.ChangeAsync(
            "organizations:CreatePolicy",
            $"service control policy {name}",
            session.Organizations.CreatePolicyAsync,
            new CreatePolicyRequest { Name = name, Description = "RestoreDrill: nobody takes copies away", Type = PolicyType.SERVICE_CONTROL_POLICY, Content = text },
            cancellationToken);
        return Answers.Needed(answer.Policy?.PolicySummary?.Id, "policy id");
    }

    public Task ChangePolicyAsync(string id, string text, CancellationToken cancellationToken) => session.Calls.ChangeAsync(
        "organizations:UpdatePolicy",
        $"service control policy {id}",
        session.Organizations.UpdatePolicyAsync,
        new UpdatePolicyRequest { PolicyId = id, Content = text },
        cancellationToken);

    public Task AttachAsync(string policy, string target, CancellationToken cancellationToken) => session.Calls.ChangeAsync(
        "organizations:AttachPolicy",
        $"service control policy {policy} to {target}",
        session.Organizations.AttachPolicyAsync,
        new AttachPolicyRequest { PolicyId = policy, TargetId = target },
        cancellationToken);
}
