namespace RestoreDrill.Sandbox.Organizations.Accounts;

/// <summary>Takes the caller's account out of its organisation. Only a service control policy keeps a member from doing so.</summary>
internal sealed class LeaveOrganization : IOrganizationsOperation
{
    public string Name => nameof(LeaveOrganization);

    public Dictionary<string, object>? Execute(OrganizationsCall call)
    {
        Departure.Of(call, call.Organisation.Members.First(member => member.AccountId == call.Call.AccountId));
        return null;
    }
}
