using Amazon.RDS.Internal;
using Amazon.RDS.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Wire.Query;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Amazon.RDS;

/// <summary>
/// A client of Amazon RDS: the subset of the official package's client that snapshots, copies, restores and their checks need, with its
/// names, types and behaviour. Thread-safe; keep one per region and credentials.
/// </summary>
public partial class AmazonRDSClient : AmazonServiceClient, IAmazonRDS
{
    private static readonly IServiceMetadata Metadata = new AmazonRDSMetadata();
    private IRDSPaginatorFactory paginators;

    /// <summary>Credentials, region and endpoint from the environment, the shared profile or the instance's role.</summary>
    public AmazonRDSClient()
        : base(new AmazonRDSConfig())
    {
    }

    public AmazonRDSClient(RegionEndpoint region)
        : base(new AmazonRDSConfig { RegionEndpoint = region })
    {
    }

    public AmazonRDSClient(AmazonRDSConfig config)
        : base(config)
    {
    }

    public AmazonRDSClient(AWSCredentials credentials)
        : this(credentials, new AmazonRDSConfig())
    {
    }

    public AmazonRDSClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonRDSConfig { RegionEndpoint = region })
    {
    }

    public AmazonRDSClient(AWSCredentials credentials, AmazonRDSConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    public AmazonRDSClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonRDSConfig())
    {
    }

    public AmazonRDSClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonRDSConfig { RegionEndpoint = region })
    {
    }

    public AmazonRDSClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonRDSConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    public AmazonRDSClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonRDSConfig())
    {
    }

    public AmazonRDSClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonRDSConfig { RegionEndpoint = region })
    {
    }

    public AmazonRDSClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonRDSConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    public IRDSPaginatorFactory Paginators => paginators ??= new RDSPaginatorFactory(this);

    protected override IServiceMetadata ServiceMetadata => Metadata;

    /// <summary>The endpoint a request would be sent to; nothing is sent.</summary>
    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request)
        => Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new AmazonRDSEndpointResolver());
        pipeline.AddHandlerAfter<AmazonRDSEndpointResolver>(new AmazonRDSAuthSchemeHandler());
        pipeline.AddHandlerAfter<AmazonRDSAuthSchemeHandler>(new PreSignedUrlRequestHandler());
    }

    private Task<TResponse> SendAsync<TResponse>(QueryOperation<TResponse> operation, AmazonRDSRequest request, CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse, new()
        => InvokeAsync<TResponse>(request, operation.Options, cancellationToken);
}
