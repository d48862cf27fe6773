using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Organizations.Accounts;

/// <summary>
/// How an account leaves, of itself or not: with it go its policies' attachments and its tags (API reference, RemoveAccountFromOrganization). A closed account
/// stays until it is gone for good; the error that AWS answers to its removal is not known.
/// </summary>
internal static class Departure
{
    /// <exception cref="AwsError">MasterCannotLeaveOrganizationException or ConstraintViolationException.</exception>
    public static void Of(OrganizationsCall call, Member member)
    {
        if (member.AccountId == Account.Management.Id)
        {
            throw OrganizationsError.MasterCannotLeave();
        }

        if (member.ClosedAt is not null)
        {
            throw OrganizationsError.ConstraintViolation(
                "ACCOUNT_CANNOT_LEAVE_ORGANIZATION", "A closed account stays in its organization until the end of the post-closure period.");
        }

        call.State.Members.Remove(member);
        call.State.Attachments.RemoveAll(attachment => attachment.TargetId == member.AccountId);
        call.State.Tags.Remove(member.AccountId);
    }
}
