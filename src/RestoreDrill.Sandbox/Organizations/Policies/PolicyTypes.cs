using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Organizations.Policies;

/// <summary>The policy types that AWS has, of which one is known here.</summary>
internal static class PolicyTypes
{
    public const string ServiceControl = "SERVICE_CONTROL_POLICY";

    private static readonly string[] All =
    [
        ServiceControl, "RESOURCE_CONTROL_POLICY", "TAG_POLICY", "BACKUP_POLICY", "AISERVICES_OPT_OUT_POLICY", "CHATBOT_POLICY", "DECLARATIVE_POLICY_EC2",
        "SECURITYHUB_POLICY", "INSPECTOR_POLICY", "UPGRADE_ROLLOUT_POLICY", "BEDROCK_POLICY", "S3_POLICY", "NETWORK_SECURITY_DIRECTOR_POLICY",
    ];

    /// <exception cref="AwsError">InvalidInputException.</exception>
    public static string Read(OrganizationsCall call, string name) => call.Required(name) is var type && All.Contains(type)
        ? type
        : throw OrganizationsError.InvalidInput("INVALID_ENUM_POLICY_TYPE", "You specified an invalid value.");

    /// <summary>Refuses every type but service control policies.</summary>
    /// <exception cref="AwsError">InvalidInputException or PolicyTypeNotAvailableForOrganizationException, whose text is this sandbox's.</exception>
    public static void DemandServiceControl(OrganizationsCall call, string name)
    {
        if (Read(call, name) is var type && type != ServiceControl)
        {
            throw new AwsError("PolicyTypeNotAvailableForOrganizationException", $"This sandbox has service control policies only, no {type}.");
        }
    }
}
