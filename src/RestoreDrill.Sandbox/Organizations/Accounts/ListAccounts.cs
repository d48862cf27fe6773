namespace RestoreDrill.Sandbox.Organizations.Accounts;

internal sealed class ListAccounts : IOrganizationsOperation
{
    public string Name => nameof(ListAccounts);

    public Dictionary<string, object> Execute(OrganizationsCall call) =>
        call.Page("Accounts", call.Organisation.Members, member => member.AccountId, member => OrganizationsJson.Account(call.State, member, call.Now));
}
