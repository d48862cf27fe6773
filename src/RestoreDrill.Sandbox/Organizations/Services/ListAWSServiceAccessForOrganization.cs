using RestoreDrill.Sandbox.Backup;

namespace RestoreDrill.Sandbox.Organizations.Services;

internal sealed class ListAWSServiceAccessForOrganization : IOrganizationsOperation
{
    public string Name => nameof(ListAWSServiceAccessForOrganization);

    public Dictionary<string, object> Execute(OrganizationsCall call) => call.Page(
        "EnabledServicePrincipals", call.State.TrustedServices, service => service.Principal,
        service => BackupJson.Object(("ServicePrincipal", service.Principal), ("DateEnabled", service.EnabledAt)));
}
