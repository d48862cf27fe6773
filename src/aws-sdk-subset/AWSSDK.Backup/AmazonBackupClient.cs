using Amazon.Backup.Internal;
using Amazon.Backup.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Wire.Json;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Amazon.Backup;

/// <summary>
/// A client of AWS Backup: the subset of the official package's client that vaults, backup, copy and restore jobs and their recovery points need,
/// with its names, types and behaviour. Thread-safe; keep one per region and credentials.
/// </summary>
public partial class AmazonBackupClient : AmazonServiceClient, IAmazonBackup
{
    private static readonly IServiceMetadata Metadata = new AmazonBackupMetadata();
    private IBackupPaginatorFactory paginators;

    /// <summary>Credentials, region and endpoint from the environment, the shared profile or the instance's role.</summary>
    public AmazonBackupClient()
        : base(new AmazonBackupConfig())
    {
    }

    public AmazonBackupClient(RegionEndpoint region)
        : base(new AmazonBackupConfig { RegionEndpoint = region })
    {
    }

    public AmazonBackupClient(AmazonBackupConfig config)
        : base(config)
    {
    }

    public AmazonBackupClient(AWSCredentials credentials)
        : this(credentials, new AmazonBackupConfig())
    {
    }

    public AmazonBackupClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonBackupConfig { RegionEndpoint = region })
    {
    }

    public AmazonBackupClient(AWSCredentials credentials, AmazonBackupConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    public AmazonBackupClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonBackupConfig())
    {
    }

    public AmazonBackupClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonBackupConfig { RegionEndpoint = region })
    {
    }

    public AmazonBackupClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonBackupConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    public AmazonBackupClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonBackupConfig())
    {
    }

    public AmazonBackupClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonBackupConfig { RegionEndpoint = region })
    {
    }

    public AmazonBackupClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonBackupConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    public IBackupPaginatorFactory Paginators => paginators ??= new BackupPaginatorFactory(this);

    protected override IServiceMetadata ServiceMetadata => Metadata;

    /// <summary>The endpoint a request would be sent to; nothing is sent.</summary>
    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request)
        => Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new AmazonBackupEndpointResolver());
        pipeline.AddHandlerAfter<AmazonBackupEndpointResolver>(new AmazonBackupAuthSchemeHandler());
    }

    private Task<TResponse> SendAsync<TResponse>(JsonOperation<TResponse> operation, AmazonBackupRequest request, CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse, new()
        => InvokeAsync<TResponse>(request, operation.Options, cancellationToken);
}
