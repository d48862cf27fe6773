namespace RestoreDrill.Sandbox.Organizations.Accounts;

/// <summary>The accounts directly below a root or an organisational unit.</summary>
internal sealed class ListAccountsForParent : IOrganizationsOperation
{
    public string Name => nameof(ListAccountsForParent);

    public Dictionary<string, object> Execute(OrganizationsCall call)
    {
        var parent = call.Parent();
        return call.Page(
            "Accounts", call.Organisation.Members.Where(member => member.ParentId == parent), member => member.AccountId,
            member => OrganizationsJson.Account(call.State, member, call.Now));
    }
}
