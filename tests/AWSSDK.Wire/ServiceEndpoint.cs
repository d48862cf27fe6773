using System.Collections.Concurrent;
using Amazon.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AWSSDK.Wire.Tests;

/// <summary>An HTTP endpoint on loopback that keeps what it was asked and answers from a script; the last answer repeats.</summary>
internal sealed class ServiceEndpoint : IAsyncDisposable
{
    public const string RequestId = "b0a5e0a4-1111-2222-3333-0c4a2d5f7e10";

    private readonly WebApplication app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> script = new();
    private Func<HttpContext, Task>? last;

    private ServiceEndpoint(WebApplication app) => this.app = app;

    public List<Asked> Asked { get; } = [];

    public string Url => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public static async Task<ServiceEndpoint> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var endpoint = new ServiceEndpoint(app);
        app.Run(endpoint.AnswerAsync);
        await app.StartAsync();
        return endpoint;
    }

    public static async Task<ServiceEndpoint> AnsweringAsync(string xml)
    {
        var endpoint = await StartAsync();
        return endpoint.Then(200, xml);
    }

    public ServiceEndpoint Then(int status, string body, string contentType = "text/xml", params (string Name, string Value)[] headers)
        => Then(async context =>
        {
            context.Response.StatusCode = status;
            foreach (var (name, value) in headers)
            {
                context.Response.Headers[name] = value;
            }

            if (body.Length > 0)
            {
                context.Response.ContentType = contentType;
                await context.Response.WriteAsync(body);
            }
        });

    public ServiceEndpoint Then(Func<HttpContext, Task> answer)
    {
        script.Enqueue(answer);
        return this;
    }

    /// <summary>Points a client's configuration here.</summary>
    public TConfig Configure<TConfig>(TConfig config, Action<TConfig>? more = null)
        where TConfig : ClientConfig
    {
        config.ServiceURL = Url;
        config.AuthenticationRegion = "eu-west-1";
        config.Timeout = TimeSpan.FromSeconds(20);
        more?.Invoke(config);
        return config;
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
                context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
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
