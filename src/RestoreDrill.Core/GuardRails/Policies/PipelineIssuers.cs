namespace RestoreDrill.Core.GuardRails.Policies;

/// <summary>
/// The public issuers of identities whose bearers are pipelines: a role that trusts one is assumed by whatever the pipeline runs, as the <c>terraform destroy</c> was that RestoreDrill exists for.
/// Each is the host that its vendor's documentation for OpenID Connect with AWS names. A pipeline on a server of one's own has an issuer that nobody can tell from another.
/// </summary>
internal static class PipelineIssuers
{
    private const string Provider = ":oidc-provider/";

    private static readonly string[] Hosts =
    [
        "token.actions.githubusercontent.com", "gitlab.com", "app.terraform.io", "app.spacelift.io", "scalr.io", "api.pulumi.com", "oidc.circleci.com", "api.bitbucket.org", "agent.buildkite.com",
        "vstoken.dev.azure.com", "app.harness.io", "oidc.semaphoreci.com", "oidc.vercel.com",
    ];

    /// <summary>Whether a principal of a trust policy is an identity provider of the account for such an issuer.</summary>
    public static bool IsPipeline(string principal)
    {
        var begin = principal.IndexOf(Provider, StringComparison.Ordinal);
        var host = begin < 0 ? string.Empty : principal[(begin + Provider.Length)..].Split('/')[0];
        return Hosts.Any(known => host.Equals(known, StringComparison.OrdinalIgnoreCase) || host.EndsWith('.' + known, StringComparison.OrdinalIgnoreCase));
    }
}
