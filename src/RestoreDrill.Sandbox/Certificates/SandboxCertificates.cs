using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using RestoreDrill.Sandbox.Clusters;

namespace RestoreDrill.Sandbox.Certificates;

/// <summary>
/// The sandbox's own certificate authority and the one server certificate that all its clusters show, for <c>localhost</c> and <c>127.0.0.1</c>.
/// The files lie outside every data directory, so that a copy of one needs nothing.
/// </summary>
public static class SandboxCertificates
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(3650);

    /// <summary>
    /// The certificates of a state directory, made once: <c>ca.crt</c> there for clients, the server's own in <c>certificates/</c>. The authority's key is
    /// not kept: nothing else is ever signed by it.
    /// </summary>
    public static async Task<ServerCertificate> EnsureAsync(string stateDirectory, TimeProvider time, CancellationToken ct)
    {
        var folder = Path.Combine(Path.GetFullPath(stateDirectory), "certificates");
        var files = new ServerCertificate(
            Path.Combine(folder, "server.crt"), Path.Combine(folder, "server.key"), Path.Combine(Path.GetFullPath(stateDirectory), "ca.crt"));
        if (File.Exists(files.AuthorityFile) && File.Exists(files.CertificateFile) && File.Exists(files.KeyFile))
        {
            return files;
        }
        await ServerAccount.Current.MakeDirectoryAsync(folder, ct);
        var start = time.GetUtcNow().AddDays(-1);
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var authority = Authority(authorityKey, start);
        using var serverKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var server = Server(serverKey, authority, start);

        await WriteAsync(files.KeyFile, serverKey.ExportPkcs8PrivateKeyPem(), OwnerOnly, ct);
        await ServerAccount.Current.GiveAsync(files.KeyFile, ct);
        await WriteAsync(files.CertificateFile, server.ExportCertificatePem(), OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead, ct);
        // Last: its presence says that the others are whole.
        await WriteAsync(files.AuthorityFile, authority.ExportCertificatePem(), OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead, ct);
        return files;
    }

    private static X509Certificate2 Authority(ECDsa key, DateTimeOffset start)
    {
        var request = new CertificateRequest("CN=RestoreDrill sandbox authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, true, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request.CreateSelfSigned(start, start + Lifetime);
    }

    private static X509Certificate2 Server(ECDsa key, X509Certificate2 authority, DateTimeOffset start)
    {
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1", "serverAuth")], critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, true, false));
        return request.Create(authority, start, authority.NotAfter, RandomNumberGenerator.GetBytes(16));
    }

    private static async Task WriteAsync(string file, string text, UnixFileMode mode, CancellationToken ct)
    {
        var partial = file + ".partial";
        File.Delete(partial);
        await using (var stream = new FileStream(partial, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = mode }))
        await using (var writer = new StreamWriter(stream))
        {
            await writer.WriteLineAsync(text.AsMemory(), ct);
        }
        File.Move(partial, file, overwrite: true);
    }
}
