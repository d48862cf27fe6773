using Amazon.Organizations.Internal;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Amazon.Organizations;

/// <summary>
/// The configuration of an <see cref="AmazonOrganizationsClient"/>: region, endpoint, retries, time limits.
/// The environment and the shared profile (<c>AWS_REGION</c>, <c>AWS_ENDPOINT_URL_ORGANIZATIONS</c>, <c>AWS_MAX_ATTEMPTS</c>...)
/// count where nothing is set here.
/// </summary>
/// <remarks>
/// <see cref="ClientConfig.MaxStaleConnectionRetries"/> is on by default in AWSSDK.Core: a connection that breaks before an answer makes the
/// same call again up to ten times, beside <see cref="ClientConfig.MaxErrorRetry"/>. Set it to 0 where the number of calls matters.
/// </remarks>
public partial class AmazonOrganizationsConfig : ClientConfig
{
    public AmazonOrganizationsConfig()
        : base(new DefaultConfigurationProvider(AmazonOrganizationsDefaultConfiguration.GetAllConfigurations()))
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "organizations";
        EndpointProvider = new AmazonOrganizationsEndpointProvider();
    }

    public static new string ServiceId => "Organizations";

    public override string RegionEndpointServiceName => "organizations";

    public override string ServiceVersion => "2016-11-28";

    public override string UserAgent { get; } = InternalSDKUtils.BuildUserAgentString("Organizations", "4.0.0.0-subset");

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var context = new RequestContext(LogMetrics)
        {
            ClientConfig = this,
            OriginalRequest = parameters.Request,
            Request = new DefaultRequest(parameters.Request, ServiceId) { AlternateEndpoint = parameters.AlternateEndpoint },
        };
        return new AmazonOrganizationsEndpointResolver().GetEndpoint(new Amazon.Runtime.Internal.ExecutionContext(context, null));
    }
}
