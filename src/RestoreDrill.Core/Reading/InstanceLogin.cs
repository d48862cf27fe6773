using RestoreDrill.Core.Drilling;

namespace RestoreDrill.Core.Reading;

/// <summary>How to reach a restored instance: over TLS, its certificate checked in full against the configured authority.</summary>
/// <param name="Host">Endpoint address.</param>
/// <param name="Port">Endpoint port.</param>
/// <param name="User">The master user.</param>
/// <param name="Password">Its password, in memory only; null where <see cref="PasswordOfConnection"/> makes one.</param>
/// <param name="RootCertificate">Path of the certificate authority's PEM file.</param>
public sealed record InstanceLogin(string Host, int Port, string User, MasterPassword? Password, string RootCertificate)
{
    /// <summary>
    /// Makes the password of each connection, where one does not last (a token of IAM database authentication: 15 minutes). Throws
    /// <see cref="InstanceUnreachableException"/> when none can be made.
    /// </summary>
    public Func<CancellationToken, Task<MasterPassword>>? PasswordOfConnection { get; init; }
}
