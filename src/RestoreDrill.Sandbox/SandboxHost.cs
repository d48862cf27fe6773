using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Clusters;
using RestoreDrill.Sandbox.Control;
using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox;

/// <summary>A running sandbox: three AWS accounts on loopback, with a PostgreSQL cluster behind each DB instance.</summary>
public sealed class SandboxHost : IAsyncDisposable
{
    private readonly WebApplication web;
    private readonly SandboxParts parts;
    private readonly string? temporary;

    private SandboxHost(WebApplication web, SandboxParts parts, string? temporary)
    {
        (this.web, this.parts, this.temporary) = (web, parts, temporary);
        var address = web.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        BaseAddress = new Uri(address.Addresses.First());
    }

    /// <summary>The endpoint URL for every AWS client.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The keys of source, vault and management account.</summary>
    public IReadOnlyList<AccountKeys> Keys => parts.Credentials.Keys;

    /// <summary>The same keys, as an AWS shared-credentials file.</summary>
    public string CredentialsFile => parts.Directory.CredentialsFile;

    /// <summary>The certificate authority of all instances, PEM, for <c>sslmode=verify-full</c>.</summary>
    public string CertificateAuthorityFile => parts.Certificate.AuthorityFile;

    public string StateDirectory => parts.Directory.Root;

    /// <summary>What the role in the source account wants to hear.</summary>
    public string ExternalId => parts.Options.ExternalId;

    public SandboxControl Control => parts.Control;

    public AccountKeys KeysOf(Account account) => Keys.First(keys => keys.Account == account);

    /// <summary>Starts a sandbox, with the instances that an earlier one left in the state directory, and takes up what it was about to do.</summary>
    /// <exception cref="PostgresMissingException">There is no PostgreSQL server on this machine.</exception>
    public static async Task<SandboxHost> StartAsync(SandboxOptions options, CancellationToken ct)
    {
        PostgresBinaries.Locate();
        var temporary = options.StateDirectory is null ? Path.Combine(Path.GetTempPath(), "restoredrill-sandbox-" + Guid.NewGuid().ToString("N")[..12]) : null;
        var parts = await SandboxParts.BuildAsync(options, new StateDirectory(options.StateDirectory ?? temporary!), ct);
        try
        {
            await parts.ResumeAsync(ct);
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Listen(IPAddress.Loopback, options.Port);
            });
            builder.Logging.ClearProviders();
            var web = builder.Build();
            var control = new ControlEndpoint(parts.Control);
            web.Run(http => http.Request.Path.StartsWithSegments("/control") ? control.HandleAsync(http)
                : S3Endpoint.IsFor(http.Request) ? parts.Storage.HandleAsync(http)
                : parts.Endpoint.HandleAsync(http));
            await web.StartAsync(ct);
            return new SandboxHost(web, parts, temporary);
        }
        catch (Exception)
        {
            await parts.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops listening, stops the clusters cleanly, and removes a temporary state directory.</summary>
    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        await parts.DisposeAsync();
        if (temporary is not null)
        {
            await PostgresCluster.RemoveAsync(temporary, CancellationToken.None);
        }
    }
}
