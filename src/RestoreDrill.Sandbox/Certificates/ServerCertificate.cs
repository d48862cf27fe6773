namespace RestoreDrill.Sandbox.Certificates;

/// <summary>A server's certificate, as files.</summary>
/// <param name="CertificateFile">The certificate, PEM.</param>
/// <param name="KeyFile">Its key, PEM; belongs to the server's user, mode 0600.</param>
/// <param name="AuthorityFile">The certificate authority that clients verify it by (<c>sslmode=verify-full</c>).</param>
public sealed record ServerCertificate(string CertificateFile, string KeyFile, string AuthorityFile);
