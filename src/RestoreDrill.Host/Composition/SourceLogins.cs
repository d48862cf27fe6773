using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;

namespace RestoreDrill.Host.Composition;

/// <summary>Logins to sources whose passwords lie in files, so that they can be changed while a service runs.</summary>
internal sealed class SourceLogins : ISourceLogins
{
    public InstanceLogin LoginOf(SourceReaderOptions reader, string host, int port)
    {
        try
        {
            var password = File.ReadAllText(reader.PasswordFile).Trim();
            return password.Length > 0
                ? new InstanceLogin(host, port, reader.User, MasterPassword.Of(password), reader.RootCertificate)
                : throw new IOException("it is empty");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InstanceUnreachableException($"The password file {reader.PasswordFile} of login {reader.User} cannot be read: {e.Message}.", null, e);
        }
    }
}
