using System.Collections.Concurrent;
using Amazon.RDS;
using Amazon.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AWSSDK.RDS.Tests.Wire;

/// <summary>An HTTP endpoint on loopback that keeps what it was asked and answers from a script; the last answer repeats.</summary>
internal sealed class RdsEndpoint : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> script = new();
    private Func<HttpContext, Task>? last;

    private RdsEndpoint(WebApplication app) => this.app = app;

    public List<Asked> Asked { get; } = [];

    public string Url => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public static async Task<RdsEndpoint> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var endpoint = new RdsEndpoint(app);
        app.Run(endpoint.AnswerAsync);
        await app.StartAsync();
        return endpoint;
    }

    public static async Task<RdsEndpoint> AnsweringAsync(string xml)
    {
        var endpoint = await StartAsync();
        return endpoint.Then(200, xml);
    }

    public RdsEndpoint Then(int status, string body, string contentType = "text/xml")
        => Then(async context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = contentType;
            await context.Response.WriteAsync(body);
        });

    public RdsEndpoint Then(Func<HttpContext, Task> answer)
    {
        script.Enqueue(answer);
        return this;
    }

    public AmazonRDSClient Client(Action<AmazonRDSConfig>? configure = null, AWSCredentials? credentials = null)
    {
        var config = new AmazonRDSConfig
        {
            ServiceURL = Url,
            AuthenticationRegion = "eu-west-1",
            Timeout = TimeSpan.FromSeconds(20),
        };
        configure?.Invoke(config);
        return new AmazonRDSClient(credentials ?? new BasicAWSCredentials("AKIDEXAMPLE", "a-secret"), config);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        lock (Asked)
        {
            Asked.Add(new Asked(
                context.Request.Method,
                context.Request.Path,
                context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
                body));
        }

        if (script.TryDequeue(out var next))
        {
            last = next;
        }

        await last!(context);
    }
}
