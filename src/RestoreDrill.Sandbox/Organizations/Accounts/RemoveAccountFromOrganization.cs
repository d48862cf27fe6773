namespace RestoreDrill.Sandbox.Organizations.Accounts;

/// <summary>Makes a member stand alone, bound by no policy of the organisation any more.</summary>
internal sealed class RemoveAccountFromOrganization : IOrganizationsOperation
{
    public string Name => nameof(RemoveAccountFromOrganization);

    public Dictionary<string, object>? Execute(OrganizationsCall call)
    {
        Departure.Of(call, call.Account());
        return null;
    }
}
