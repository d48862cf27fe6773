using Amazon.Organizations;
using RestoreDrill.Aws.Access;
using RestoreDrill.Isolation.Accounts;

namespace RestoreDrill.Isolation.Items;

/// <summary>Whether the credentials, the organisation and the accounts in it are the ones that are meant. Nothing of it is for us to make.</summary>
internal sealed class OrganisationItem(IsolationOptions options, AccountSession management, ManagementOrganisation organisation) : IIsolationItem
{
    public string Id => "organisation";

    public string Account => "management";

    public string Says => "The credentials are the management account's; source and vault account are two other members of its organisation, which has all features";

    public async Task<ItemLook> LookAsync(CancellationToken cancellationToken)
    {
        var caller = await management.IdentifyAsync(cancellationToken);
        if (await organisation.FindAsync(cancellationToken) is not { } found)
        {
            return ItemLook.NeedsPerson(
                $"account {caller.AccountId}, whose credentials these are, is in no organisation",
                "make one (`aws organizations create-organization --feature-set ALL`) and invite both accounts, or come with the credentials of its management account");
        }

        if (caller.AccountId != found.MasterAccountId)
        {
            return ItemLook.NeedsPerson(
                $"these are the credentials of account {caller.AccountId}; the management account of organisation {found.Id} is {found.MasterAccountId}",
                "come with credentials of the management account: set RestoreDrill:Isolation:Profile, or AWS_PROFILE");
        }

        foreach (var (name, account) in new[] { ("vault", options.VaultAccount), ("source", options.SourceAccount) })
        {
            if (account == found.MasterAccountId)
            {
                return ItemLook.NeedsPerson(
                    $"the {name} account {account} is the management account, which no service control policy binds", $"use another account as {name} account");
            }

            if (!await organisation.IsMemberAsync(account, cancellationToken))
            {
                return ItemLook.NeedsPerson(
                    $"the {name} account {account} is not a member of organisation {found.Id}", $"correct RestoreDrill:{(name == "vault" ? "Vault" : "Source")}:AccountId, or invite the account");
            }
        }

        // AWS Backup copies between members alone (AWS Backup developer guide, "Creating backup copies across AWS accounts").
        if (options.Restore?.Account is { } target && !await organisation.IsMemberAsync(target.AccountId, cancellationToken))
        {
            return ItemLook.NeedsPerson(
                $"account {target.AccountId}, which emergency restores are into, is not a member of organisation {found.Id}", "correct RestoreDrill:Restore:Account:AccountId, or invite the account");
        }

        return found.FeatureSet == OrganizationFeatureSet.ALL
            ? ItemLook.Done($"organisation {found.Id}, management account {found.MasterAccountId}")
            : ItemLook.NeedsPerson($"organisation {found.Id} has consolidated billing only, and with it no service control policies", "enable all features (`aws organizations enable-all-features`)");
    }

    public Task MakeAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("An organisation is not made by RestoreDrill.");
}
