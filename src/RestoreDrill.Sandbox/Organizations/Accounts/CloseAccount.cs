using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Organizations.Accounts;

/// <summary>
/// Closes a member account: at once it can be used for nothing, is <c>PENDING_CLOSURE</c> for a while, then <c>SUSPENDED</c>. Which error AWS answers to a
/// second request while the first is under way is not known: ConflictException is declared for this operation alone.
/// </summary>
internal sealed class CloseAccount : IOrganizationsOperation
{
    public string Name => nameof(CloseAccount);

    public Dictionary<string, object>? Execute(OrganizationsCall call)
    {
        var account = call.Account();
        if (account.AccountId == Account.Management.Id)
        {
            throw OrganizationsError.ConstraintViolation(
                "CANNOT_CLOSE_MANAGEMENT_ACCOUNT",
                "You attempted to close the management account. To close the management account for the organization, you must first either remove or close all "
                    + "member accounts in the organization. Follow standard account closure process using root credentials.");
        }

        if (account.ClosedAt is not null)
        {
            throw account.IsClosing(call.Now)
                ? new AwsError("ConflictException", "The request failed because it conflicts with the current state of the specified resource.")
                : new AwsError("AccountAlreadyClosedException", "The provided account is already closed.");
        }

        account.ClosedAt = call.Now;
        return null;
    }
}
