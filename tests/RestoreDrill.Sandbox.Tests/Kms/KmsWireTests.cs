using System.Text.Json;
using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using Amazon.Runtime;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Tests.Kms;

/// <summary>Answers as they go over the wire, beside what a client makes of them.</summary>
[Collection(nameof(SharedSandbox))]
public sealed class KmsWireTests(RunningSandbox sandbox)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answer_without_members_has_no_body_and_the_protocols_type()
    {
        var key = (await Keys.CreateAsync(new Keys(sandbox).Source)).KeyId;
        var (type, body) = await AnswerAsync(kms => kms.DisableKeyAsync(new DisableKeyRequest { KeyId = key }, Ct));
        Assert.Equal(("application/x-amz-json-1.1", ""), (type, body));
    }

    [Fact]
    public async Task Refusal_has_its_type_and_message()
    {
        var (type, body) = await AnswerAsync(async kms => await Assert.ThrowsAsync<NotFoundException>(() => Keys.DescribeAsync(kms, "alias/none")));
        Assert.Equal("application/x-amz-json-1.1", type);
        using var error = JsonDocument.Parse(body);
        Assert.Equal(
            ("NotFoundException", "Alias arn:aws:kms:eu-west-1:111111111111:alias/none is not found."),
            (error.RootElement.GetProperty("__type").GetString(), error.RootElement.GetProperty("message").GetString()));
    }

    [Fact]
    public async Task Times_are_seconds_and_flags_are_flags()
    {
        var (_, body) = await AnswerAsync(kms => Keys.DescribeAsync(kms, "alias/restoredrill"));
        using var answer = JsonDocument.Parse(body);
        var metadata = answer.RootElement.GetProperty("KeyMetadata");
        Assert.Equal(1767225600m, metadata.GetProperty("CreationDate").GetDecimal());
        Assert.Equal((JsonValueKind.True, JsonValueKind.False), (metadata.GetProperty("Enabled").ValueKind, metadata.GetProperty("MultiRegion").ValueKind));
        Assert.False(metadata.TryGetProperty("DeletionDate", out _));
    }

    private async Task<(string? Type, string Body)> AnswerAsync(Func<AmazonKeyManagementServiceClient, Task> call)
    {
        using var recorder = new Recorder();
        using var kms = new AmazonKeyManagementServiceClient(sandbox.KeysOf(Account.Source), new AmazonKeyManagementServiceConfig
        {
            ServiceURL = sandbox.Host.BaseAddress.AbsoluteUri, AuthenticationRegion = RunningSandbox.Region, MaxErrorRetry = 0, HttpClientFactory = recorder,
        });
        await call(kms);
        return (recorder.Type, recorder.Body);
    }

    private sealed class Recorder : HttpClientFactory, IDisposable
    {
        private readonly Tap tap = new();

        public string? Type => tap.Type;

        public string Body => tap.Body;

        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(tap, disposeHandler: false);

        public void Dispose() => tap.Dispose();
    }

    private sealed class Tap() : DelegatingHandler(new SocketsHttpHandler())
    {
        public string? Type { get; private set; }

        public string Body { get; private set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            (Type, Body) = (response.Content.Headers.ContentType?.ToString(), await response.Content.ReadAsStringAsync(cancellationToken));
            return response;
        }
    }
}
