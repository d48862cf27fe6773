using Amazon.Organizations.Internal;
using Amazon.Organizations.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Wire.Json;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Amazon.Organizations;

/// <summary>
/// A client of AWS Organizations: the subset of the official package's client that accounts, units and policies need, with its names, types
/// and behaviour. The service is global: in the partition <c>aws</c> it is asked in us-east-1 and signed for that, whatever region is set.
/// Thread-safe; keep one per region and credentials.
/// </summary>
public partial class AmazonOrganizationsClient : AmazonServiceClient, IAmazonOrganizations
{
    private static readonly IServiceMetadata Metadata = new AmazonOrganizationsMetadata();
    private IOrganizationsPaginatorFactory paginators;

    /// <summary>Credentials, region and endpoint from the environment, the shared profile or the instance's role.</summary>
    public AmazonOrganizationsClient()
        : base(new AmazonOrganizationsConfig())
    {
    }

    public AmazonOrganizationsClient(RegionEndpoint region)
        : base(new AmazonOrganizationsConfig { RegionEndpoint = region })
    {
    }

    public AmazonOrganizationsClient(AmazonOrganizationsConfig config)
        : base(config)
    {
    }

    public AmazonOrganizationsClient(AWSCredentials credentials)
        : this(credentials, new AmazonOrganizationsConfig())
    {
    }

    public AmazonOrganizationsClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonOrganizationsConfig { RegionEndpoint = region })
    {
    }

    public AmazonOrganizationsClient(AWSCredentials credentials, AmazonOrganizationsConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    public AmazonOrganizationsClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonOrganizationsConfig())
    {
    }

    public AmazonOrganizationsClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonOrganizationsConfig { RegionEndpoint = region })
    {
    }

    public AmazonOrganizationsClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonOrganizationsConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    public AmazonOrganizationsClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonOrganizationsConfig())
    {
    }

    public AmazonOrganizationsClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonOrganizationsConfig { RegionEndpoint = region })
    {
    }

    public AmazonOrganizationsClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonOrganizationsConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    public IOrganizationsPaginatorFactory Paginators => paginators ??= new OrganizationsPaginatorFactory(this);

    protected override IServiceMetadata ServiceMetadata => Metadata;

    /// <summary>The endpoint a request would be sent to; nothing is sent.</summary>
    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request)
        => Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new AmazonOrganizationsEndpointResolver());
        pipeline.AddHandlerAfter<AmazonOrganizationsEndpointResolver>(new AmazonOrganizationsAuthSchemeHandler());
    }

    private Task<TResponse> SendAsync<TResponse>(
        JsonOperation<TResponse> operation, AmazonOrganizationsRequest request, CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse, new()
        => InvokeAsync<TResponse>(request, operation.Options, cancellationToken);
}
