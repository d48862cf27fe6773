using System.Net.Http.Json;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;

namespace RestoreDrill.EndToEnd.Tests.Setting;

/// <summary>How a sandbox is reached, whichever process it runs in.</summary>
public sealed record SandboxAccess(Uri Address, string CredentialsFile, string CertificateAuthorityFile, string ExternalId)
{
    public static SandboxAccess To(SandboxHost sandbox) =>
        new(sandbox.BaseAddress, sandbox.CredentialsFile, sandbox.CertificateAuthorityFile, sandbox.ExternalId);

    /// <summary>A sandbox that keeps its state in a directory, with the options that <c>restoredrill-sandbox serve</c> has by itself.</summary>
    public static SandboxAccess In(string stateDirectory, int port) => new(
        new Uri($"http://127.0.0.1:{port}"), Path.Combine(stateDirectory, "credentials"), Path.Combine(stateDirectory, "ca.crt"), new SandboxOptions().ExternalId);

    /// <summary>Lets the sandbox's roles work for an installation, as its own policies would.</summary>
    public async Task InstallAsync(string installation)
    {
        using var http = new HttpClient { BaseAddress = Address };
        using var answer = await http.PostAsJsonAsync("/control/installations", new { name = installation });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The keys of an account: <c>source</c>, <c>vault</c> or <c>management</c>.</summary>
    public AWSCredentials CredentialsOf(string account) => new SharedCredentialsFile(CredentialsFile).TryGetProfile(account, out var profile)
        ? new BasicAWSCredentials(profile.Options.AccessKey, profile.Options.SecretKey)
        : throw new InvalidOperationException($"{CredentialsFile} has no profile {account}.");

    /// <summary>The secret keys of all accounts.</summary>
    public IEnumerable<string> SecretKeys() => new SharedCredentialsFile(CredentialsFile).ListProfiles().Select(static profile => profile.Options.SecretKey);
}
