using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;

namespace RestoreDrill.Host.Composition;

/// <summary>Logins to sources. Passwords lie in files, so that they can be changed while a service runs, or are tokens that the source role signs for each connection.</summary>
internal sealed class SourceLogins(Func<ISourceAccount> source) : ISourceLogins
{
    public InstanceLogin LoginOf(SourceReaderOptions reader, string host, int port) => reader.PasswordFile is { } file
        ? new InstanceLogin(host, port, reader.User, PasswordIn(file, reader), reader.RootCertificate)
        : new InstanceLogin(host, port, reader.User, null, reader.RootCertificate)
        {
            PasswordOfConnection = cancellationToken => TokenAsync(reader, host, port, cancellationToken),
        };

    private static MasterPassword PasswordIn(string file, SourceReaderOptions reader)
    {
        try
        {
            var password = File.ReadAllText(file).Trim();
            return password.Length > 0 ? MasterPassword.Of(password) : throw new IOException("it is empty");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InstanceUnreachableException($"The password file {file} of login {reader.User} cannot be read: {e.Message}.", null, e);
        }
    }

    private async Task<MasterPassword> TokenAsync(SourceReaderOptions reader, string host, int port, CancellationToken cancellationToken)
    {
        try
        {
            return await source().MakeLoginTokenAsync(host, port, reader.User, cancellationToken);
        }
        catch (CloudException e)
        {
            throw new InstanceUnreachableException($"No IAM token can be made for login {reader.User}: {e.Message}", null, e);
        }
    }
}
