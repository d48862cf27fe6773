using Amazon.IdentityManagement.Internal;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Amazon.IdentityManagement;

/// <summary>
/// The configuration of an <see cref="AmazonIdentityManagementServiceClient"/>: region, endpoint, retries, time limits.
/// The environment and the shared profile (<c>AWS_REGION</c>, <c>AWS_ENDPOINT_URL_IAM</c>, <c>AWS_MAX_ATTEMPTS</c>...)
/// count where nothing is set here.
/// </summary>
/// <remarks>
/// <see cref="ClientConfig.MaxStaleConnectionRetries"/> is on by default in AWSSDK.Core: a connection that breaks before an answer makes the
/// same call again up to ten times, beside <see cref="ClientConfig.MaxErrorRetry"/>. Set it to 0 where the number of calls matters.
/// </remarks>
public partial class AmazonIdentityManagementServiceConfig : ClientConfig
{
    public AmazonIdentityManagementServiceConfig()
        : base(new DefaultConfigurationProvider(AmazonIdentityManagementServiceDefaultConfiguration.GetAllConfigurations()))
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "iam";
        EndpointProvider = new AmazonIdentityManagementServiceEndpointProvider();
    }

    public static new string ServiceId => "IAM";

    public override string RegionEndpointServiceName => "iam";

    public override string ServiceVersion => "2010-05-08";

    public override string UserAgent { get; } = InternalSDKUtils.BuildUserAgentString("IAM", "4.0.0.0-subset");

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var context = new RequestContext(LogMetrics)
        {
            ClientConfig = this,
            OriginalRequest = parameters.Request,
            Request = new DefaultRequest(parameters.Request, ServiceId) { AlternateEndpoint = parameters.AlternateEndpoint },
        };
        return new AmazonIdentityManagementServiceEndpointResolver().GetEndpoint(new Amazon.Runtime.Internal.ExecutionContext(context, null));
    }
}
