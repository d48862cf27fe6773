namespace RestoreDrill.Sandbox.Organizations.Services;

/// <summary>
/// Gives an AWS service access to the organisation; a service that has it keeps it. AWS knows which services there are, and the sandbox a few of them. What
/// the service makes of it is not played: AWS Backup copies between accounts by its own global setting.
/// </summary>
internal sealed class EnableAWSServiceAccess : IOrganizationsOperation
{
    private static readonly string[] Known =
    [
        "access-analyzer.amazonaws.com", "account.amazonaws.com", "backup.amazonaws.com", "cloudtrail.amazonaws.com", "config.amazonaws.com",
        "guardduty.amazonaws.com", "iam.amazonaws.com", "ram.amazonaws.com", "securityhub.amazonaws.com", "sso.amazonaws.com",
    ];

    public string Name => nameof(EnableAWSServiceAccess);

    public Dictionary<string, object>? Execute(OrganizationsCall call)
    {
        var principal = call.Required("ServicePrincipal");
        if (!Known.Contains(principal))
        {
            throw OrganizationsError.InvalidInput("UNRECOGNIZED_SERVICE_PRINCIPAL", "You specified an unrecognized service principal.");
        }

        if (!call.State.TrustedServices.Exists(service => service.Principal == principal))
        {
            call.State.TrustedServices.Add(new TrustedService(principal, call.Now));
        }

        return null;
    }
}
