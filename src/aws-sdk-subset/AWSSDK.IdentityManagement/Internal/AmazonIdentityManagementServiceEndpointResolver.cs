using Amazon.IdentityManagement.Endpoints;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Wire;

namespace Amazon.IdentityManagement.Internal;

/// <summary>Hands the region and endpoint settings of the configuration to the endpoint provider.</summary>
public class AmazonIdentityManagementServiceEndpointResolver : BaseEndpointResolver
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
        return new IdentityManagementServiceEndpointParameters
        {
            Region = requestContext.Request.AlternateEndpoint?.SystemName ?? ClientRegion.Of(config),
            UseDualStack = config.UseDualstackEndpoint,
            UseFIPS = config.UseFIPSEndpoint,
            Endpoint = config.ServiceURL,
        };
    }
}
