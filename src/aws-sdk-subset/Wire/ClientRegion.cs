using Amazon.Runtime;
using Amazon.Util;

namespace Amazon.Wire;

/// <summary>The region of a client's calls.</summary>
internal static class ClientRegion
{
    /// <summary>The configured one, else what the custom endpoint implies; null when nothing says.</summary>
    public static string Of(IClientConfig config)
    {
        if (config.RegionEndpoint is { } region)
        {
            return region.SystemName;
        }

        if (string.IsNullOrEmpty(config.ServiceURL))
        {
            return null;
        }

        return string.IsNullOrEmpty(config.AuthenticationRegion) ? AWSSDKUtils.DetermineRegion(config.ServiceURL) : config.AuthenticationRegion;
    }
}
