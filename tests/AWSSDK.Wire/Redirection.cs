using Amazon.Runtime;

namespace AWSSDK.Wire.Tests;

/// <summary>Takes calls that are meant for AWS's own endpoints to a loopback one, so that their host and signature can be seen.</summary>
internal sealed class Redirection(ServiceEndpoint endpoint) : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(endpoint.Url));

    private sealed class Handler(string url) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Host = request.RequestUri!.Authority;
            request.RequestUri = new Uri(url + request.RequestUri.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
