using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RestoreDrill.Aws.Access;

namespace RestoreDrill.Aws.Tests.Wire;

/// <summary>A server on loopback that answers what a test says, for answers that a whole AWS would not give on demand.</summary>
internal sealed partial class CannedAws : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory("restoredrill-aws-");
    private readonly ConcurrentQueue<CannedRequest> _requests = new();

    private CannedAws(WebApplication server) => _server = server;

    /// <summary>What is added to the server's clock, as the Date header shows it.</summary>
    public TimeSpan ClockAhead { get; set; }

    public IReadOnlyList<CannedRequest> Requests => [.. _requests];

    public Uri Endpoint { get; private set; } = null!;

    /// <summary>Reaches this server in a role.</summary>
    public AccountAccess Access { get; private set; } = null!;

    public static async Task<CannedAws> StartAsync(Func<CannedRequest, CannedAnswer> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.AddServerHeader = false;
        });
        builder.Logging.ClearProviders();
        var server = builder.Build();
        var canned = new CannedAws(server);
        server.Run(context => canned.AnswerAsync(context, answer));
        await server.StartAsync();
        canned.Endpoint = new Uri(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        var credentials = Path.Combine(canned._files.FullName, "credentials");
        await File.WriteAllTextAsync(credentials, "[test]\naws_access_key_id = AKIABASE\naws_secret_access_key = basesecret\n");
        canned.Access = new AccountAccess
        {
            Region = "eu-west-1",
            Profile = "test",
            CredentialsFile = credentials,
            RoleArn = "arn:aws:iam::222222222222:role/restoredrill-test",
            ExternalId = "external-1",
            Endpoint = canned.Endpoint,
            CallTimeout = TimeSpan.FromSeconds(60),
        };
        return canned;
    }

    /// <summary>A server that gives a session to every AssumeRole, and to everything else what the test says.</summary>
    public static Task<CannedAws> WithRoleAsync(Func<CannedRequest, CannedAnswer> answer) =>
        StartAsync(request => request.Operation == "sts:AssumeRole" ? CannedAnswer.Session("ASIASESSION") : answer(request));

    /// <summary>The calls that were not about credentials.</summary>
    public IReadOnlyList<string> Operations => [.. _requests.Select(request => request.Operation).Where(operation => operation != "sts:AssumeRole")];

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _files.Delete(recursive: true);
    }

    private async Task AnswerAsync(HttpContext context, Func<CannedRequest, CannedAnswer> decide)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var form = QueryHelpers.ParseQuery(body).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        var scope = Scope().Match(context.Request.Headers.Authorization.ToString());
        var target = context.Request.Headers["X-Amz-Target"].ToString();
        var service = scope.Groups["service"].Value;
        var action = target.Length > 0 ? target[(target.IndexOf('.') + 1)..]
            : service == "backup" ? BackupPaths.ActionOf(context.Request.Method, context.Request.Path)
            : service == "s3" ? S3Paths.ActionOf(context.Request.Method, context.Request.Path, context.Request.Query)
            : form.GetValueOrDefault("Action", "");
        var request = new CannedRequest(service, action, form, scope.Groups["key"].Value, body);
        _requests.Enqueue(request);
        var answer = decide(request);
        if (answer.Cut)
        {
            context.Abort();
            return;
        }

        if (answer.Hang)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        }

        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        context.Response.Headers["x-amzn-RequestId"] = CannedAnswer.RequestId;
        context.Response.Headers.Date = (TimeProvider.System.GetUtcNow() + ClockAhead).ToString("R", CultureInfo.InvariantCulture);
        await context.Response.WriteAsync(answer.Body);
    }

    [GeneratedRegex("Credential=(?<key>[^/]+)/[0-9]+/[^/]+/(?<service>[^/]+)/aws4_request")]
    private static partial Regex Scope();
}
