using Amazon.RDS.Endpoints;
using Amazon.RDS.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.Runtime.Internal.Util;
using Amazon.Wire;

namespace Amazon.RDS.Internal;

/// <summary>
/// A copy from another region carries a URL in which the caller asks the source region for the same copy, signed for that region.
/// This fills it in when <see cref="CopyDBSnapshotRequest.SourceRegion"/> is set and <see cref="CopyDBSnapshotRequest.PreSignedUrl"/> is not.
/// </summary>
/// <remarks>RDS accepts the URL for 14 minutes on either side of its signing time, so each call signs a new one.</remarks>
public class PreSignedUrlRequestHandler : PipelineHandler
{
    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        ArgumentNullException.ThrowIfNull(executionContext);
        var context = executionContext.RequestContext;
        if (context.OriginalRequest is CopyDBSnapshotRequest { SourceRegion: { } source, PreSignedUrl: null })
        {
            context.Request.Parameters["PreSignedUrl"] = await SignAsync(context, source).ConfigureAwait(false);
        }

        return await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
    }

    private static async Task<string> SignAsync(IRequestContext context, string sourceRegion)
    {
        if (context.Identity is not AWSCredentials credentials)
        {
            throw new AmazonRDSException($"A copy from region {sourceRegion} must be signed, and the client has no AWS credentials to sign with.");
        }

        var destination = ClientRegion.Of(context.ClientConfig)
            ?? throw new AmazonRDSException($"A copy from region {sourceRegion} needs a region of its own: set RegionEndpoint on the client.");
        var key = await credentials.GetCredentialsAsync().ConfigureAwait(false);

        var ask = context.Marshaller.Marshall(context.OriginalRequest);
        ask.HttpMethod = "GET";
        ask.UseQueryString = true;
        ask.Endpoint = new Uri(new AmazonRDSEndpointProvider().ResolveEndpoint(new RDSEndpointParameters { Region = sourceRegion }).URL);
        ask.Parameters["DestinationRegion"] = destination;
        if (key.UseToken)
        {
            // RDS reads the name case-sensitively here, unlike the header.
            ask.Parameters["X-Amz-Security-Token"] = key.Token;
        }

        var signature = AWS4PreSignedUrlSigner.SignRequest(
            ask, context.ClientConfig, new RequestMetrics(), key.AccessKey, key.SecretKey, "rds", sourceRegion);
        return $"{AmazonServiceClient.ComposeUrl(ask)}&{signature.ForQueryParameters}";
    }
}
