using RestoreDrill.Core.Cloud;

namespace RestoreDrill.Aws.Calls;

/// <summary>What stands behind AWS's own words in an error: what is safe, and what to do next.</summary>
internal static class Advice
{
    public static string For(CloudFault fault, bool changes) => fault switch
    {
        CloudFault.AccessDenied => "Nothing was changed. Compare the role's policy with docs/iam, its trust policy and external id, and the key policy.",
        CloudFault.Credentials => "Nothing was changed. Check the credentials this process was given, and the machine's clock.",
        CloudFault.Throttled => "Nothing was changed. The account is asked too often; asking again later is safe.",
        CloudFault.Unreachable when changes =>
            "Whether it was done is not known; asking for the same name again finds out and makes no second one. Check network, DNS, proxy and endpoint.",
        CloudFault.Unreachable => "Nothing was changed. Check network, DNS, proxy and endpoint.",
        CloudFault.Quota => "Nothing was changed. Wait for others to finish, or ask AWS for a higher quota.",
        CloudFault.Capacity => "Nothing was made. Wait, or configure another instance class.",
        CloudFault.WrongState => "Nothing was changed. The resource is busy; asking again later is safe.",
        CloudFault.KeyNotAccessible => "Nothing was made. Check that the KMS key is enabled and that its policy lets the role use it.",
        _ => "Nothing was changed.",
    };
}
