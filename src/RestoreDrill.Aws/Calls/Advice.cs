using RestoreDrill.Core.Cloud;

namespace RestoreDrill.Aws.Calls;

/// <summary>What stands behind AWS's own words in an error: what is safe, and what to do next.</summary>
internal static class Advice
{
    public static string For(CloudFault fault, bool changes) => fault switch
    {
        CloudFault.AccessDenied => "This call changed nothing. Compare the role's policy with docs/iam, its trust policy and external id, and the key policy.",
        CloudFault.Credentials => "This call changed nothing. Check the credentials this process was given, and the machine's clock.",
        CloudFault.Throttled => "This call changed nothing. The account is asked too often; asking again later is safe.",
        CloudFault.Unreachable when changes =>
            "Whether it was done is not known; asking for the same name again finds out and makes no second one. Check network, DNS, proxy and endpoint.",
        CloudFault.Unreachable => "This call changed nothing. Check network, DNS, proxy and endpoint.",
        CloudFault.Quota => "This call changed nothing. Wait for others to finish, or ask AWS for a higher quota.",
        CloudFault.Capacity => "This call made nothing. Wait, or configure another instance class.",
        CloudFault.WrongState => "This call changed nothing. The resource is busy; asking again later is safe.",
        CloudFault.KeyNotAccessible => "This call made nothing. Check that the KMS key is enabled and that its policy lets the role use it.",
        _ => "This call changed nothing.",
    };
}
