using Amazon.IdentityManagement.Internal;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Wire.Query;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Amazon.IdentityManagement;

/// <summary>
/// A client of AWS IAM: the subset of the official package's client that roles and their policies need, with its names, types and behaviour.
/// The service is global: in the partition <c>aws</c> calls are signed for us-east-1, whatever region is set.
/// Thread-safe; keep one per region and credentials.
/// </summary>
public partial class AmazonIdentityManagementServiceClient : AmazonServiceClient, IAmazonIdentityManagementService
{
    private static readonly IServiceMetadata Metadata = new AmazonIdentityManagementServiceMetadata();
    private IIdentityManagementPaginatorFactory paginators;

    /// <summary>Credentials, region and endpoint from the environment, the shared profile or the instance's role.</summary>
    public AmazonIdentityManagementServiceClient()
        : base(new AmazonIdentityManagementServiceConfig())
    {
    }

    public AmazonIdentityManagementServiceClient(RegionEndpoint region)
        : base(new AmazonIdentityManagementServiceConfig { RegionEndpoint = region })
    {
    }

    public AmazonIdentityManagementServiceClient(AmazonIdentityManagementServiceConfig config)
        : base(config)
    {
    }

    public AmazonIdentityManagementServiceClient(AWSCredentials credentials)
        : this(credentials, new AmazonIdentityManagementServiceConfig())
    {
    }

    public AmazonIdentityManagementServiceClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonIdentityManagementServiceConfig { RegionEndpoint = region })
    {
    }

    public AmazonIdentityManagementServiceClient(AWSCredentials credentials, AmazonIdentityManagementServiceConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    public AmazonIdentityManagementServiceClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonIdentityManagementServiceConfig())
    {
    }

    public AmazonIdentityManagementServiceClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonIdentityManagementServiceConfig { RegionEndpoint = region })
    {
    }

    public AmazonIdentityManagementServiceClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonIdentityManagementServiceConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    public AmazonIdentityManagementServiceClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonIdentityManagementServiceConfig())
    {
    }

    public AmazonIdentityManagementServiceClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonIdentityManagementServiceConfig { RegionEndpoint = region })
    {
    }

    public AmazonIdentityManagementServiceClient(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonIdentityManagementServiceConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    public IIdentityManagementPaginatorFactory Paginators => paginators ??= new IdentityManagementPaginatorFactory(this);

    protected override IServiceMetadata ServiceMetadata => Metadata;

    /// <summary>The endpoint a request would be sent to; nothing is sent.</summary>
    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request)
        => Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new AmazonIdentityManagementServiceEndpointResolver());
        pipeline.AddHandlerAfter<AmazonIdentityManagementServiceEndpointResolver>(new AmazonIdentityManagementServiceAuthSchemeHandler());
    }

    private Task<TResponse> SendAsync<TResponse>(
        QueryOperation<TResponse> operation, AmazonIdentityManagementServiceRequest request, CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse, new()
        => InvokeAsync<TResponse>(request, operation.Options, cancellationToken);
}
