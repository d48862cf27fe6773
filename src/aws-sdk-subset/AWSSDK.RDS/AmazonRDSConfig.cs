using Amazon.RDS.Internal;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Amazon.RDS;

/// <summary>
/// The configuration of an <see cref="AmazonRDSClient"/>: region, endpoint, retries, time limits. The environment and the shared profile
/// (<c>AWS_REGION</c>, <c>AWS_ENDPOINT_URL_RDS</c>, <c>AWS_MAX_ATTEMPTS</c>...) count where nothing is set here.
/// </summary>
/// <remarks>
/// <see cref="ClientConfig.MaxStaleConnectionRetries"/> is on by default in AWSSDK.Core: a connection that breaks before an answer makes the
/// same call again up to ten times, beside <see cref="ClientConfig.MaxErrorRetry"/>. Set it to 0 where the number of calls matters.
/// </remarks>
public partial class AmazonRDSConfig : ClientConfig
{
    public AmazonRDSConfig()
        : base(new DefaultConfigurationProvider(AmazonRDSDefaultConfiguration.GetAllConfigurations()))
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "rds";
        EndpointProvider = new AmazonRDSEndpointProvider();
    }

    public static new string ServiceId => "RDS";

    public override string RegionEndpointServiceName => "rds";

    public override string ServiceVersion => "2014-10-31";

    public override string UserAgent { get; } = InternalSDKUtils.BuildUserAgentString("RDS", "4.0.0.0-subset");

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var context = new RequestContext(LogMetrics)
        {
            ClientConfig = this,
            OriginalRequest = parameters.Request,
            Request = new DefaultRequest(parameters.Request, ServiceId) { AlternateEndpoint = parameters.AlternateEndpoint },
        };
        return new AmazonRDSEndpointResolver().GetEndpoint(new Amazon.Runtime.Internal.ExecutionContext(context, null));
    }
}
