using Amazon.RDS.Endpoints;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace Amazon.RDS.Internal;

/// <summary>Hands the region and endpoint settings of the configuration to the endpoint provider.</summary>
public class AmazonRDSEndpointResolver : BaseEndpointResolver
{
    protected override void ServiceSpecificHandler(IExecutionContext executionContext, EndpointParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(executionContext);
        InjectHostPrefix(executionContext.RequestContext);
    }

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext)
    {
        ArgumentNullException.ThrowIfNull(requestContext);
        var config = requestContext.ClientConfig;
        return new RDSEndpointParameters
        {
            Region = requestContext.Request.AlternateEndpoint?.SystemName ?? RegionOf(config),
            UseDualStack = config.UseDualstackEndpoint,
            UseFIPS = config.UseFIPSEndpoint,
            Endpoint = config.ServiceURL,
        };
    }

    /// <summary>The region calls are signed for: the configured one, else what the custom endpoint implies; null when nothing says.</summary>
    internal static string RegionOf(IClientConfig config)
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
