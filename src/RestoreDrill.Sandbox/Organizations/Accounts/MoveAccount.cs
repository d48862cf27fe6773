using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Organizations.Accounts;

/// <summary>
/// Moves an account from one parent to another; its own policies stay with it. An account that is not where the call says is "not found", as users of AWS report;
/// that one which is already there is a duplicate is how the service model describes DuplicateAccountException.
/// </summary>
internal sealed class MoveAccount : IOrganizationsOperation
{
    public string Name => nameof(MoveAccount);

    public Dictionary<string, object>? Execute(OrganizationsCall call)
    {
        var account = call.Account();
        var from = call.Parent("SourceParentId", "SourceParentNotFoundException");
        var to = call.Parent("DestinationParentId", "DestinationParentNotFoundException");
        if (account.ParentId != from)
        {
            throw OrganizationsError.NoSuchAccount();
        }

        account.ParentId = account.ParentId != to
            ? to
            : throw new AwsError("DuplicateAccountException", "That account is already present in the specified destination.");
        return null;
    }
}
