using Amazon.Backup.Internal;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Amazon.Backup;

/// <summary>
/// The configuration of an <see cref="AmazonBackupClient"/>: region, endpoint, retries, time limits.
/// The environment and the shared profile (<c>AWS_REGION</c>, <c>AWS_ENDPOINT_URL_BACKUP</c>, <c>AWS_MAX_ATTEMPTS</c>...)
/// count where nothing is set here.
/// </summary>
/// <remarks>
/// <see cref="ClientConfig.MaxStaleConnectionRetries"/> is on by default in AWSSDK.Core: a connection that breaks before an answer makes the
/// same call again up to ten times, beside <see cref="ClientConfig.MaxErrorRetry"/>. Set it to 0 where the number of calls matters.
/// </remarks>
public partial class AmazonBackupConfig : ClientConfig
{
    public AmazonBackupConfig()
        : base(new DefaultConfigurationProvider(AmazonBackupDefaultConfiguration.GetAllConfigurations()))
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "backup";
        EndpointProvider = new AmazonBackupEndpointProvider();
    }

    public static new string ServiceId => "Backup";

    public override string RegionEndpointServiceName => "backup";

    public override string ServiceVersion => "2018-11-15";

    public override string UserAgent { get; } = InternalSDKUtils.BuildUserAgentString("Backup", "4.0.0.0-subset");

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var context = new RequestContext(LogMetrics)
        {
            ClientConfig = this,
            OriginalRequest = parameters.Request,
            Request = new DefaultRequest(parameters.Request, ServiceId) { AlternateEndpoint = parameters.AlternateEndpoint },
        };
        return new AmazonBackupEndpointResolver().GetEndpoint(new Amazon.Runtime.Internal.ExecutionContext(context, null));
    }
}
