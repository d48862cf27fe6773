using Amazon;
using Amazon.RDS.Util;
using RestoreDrill.Core.Drilling;

namespace RestoreDrill.Aws.Access;

/// <summary>Passwords of IAM database authentication.</summary>
internal static class LoginTokens
{
    public static async Task<MasterPassword> MakeAsync(AccountSession session, string host, int port, string user, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(host);
        ArgumentException.ThrowIfNullOrEmpty(user);
        var region = RegionEndpoint.GetBySystemName(session.Access.Region);
        return MasterPassword.Of(await session.Calls.SignAsync(
            "rds-db:connect",
            $"login \"{user}\" at {host}:{port}",
            () => RDSAuthTokenGenerator.GenerateAuthTokenAsync(session.Credentials, region, host, port, user),
            cancellationToken));
    }
}
