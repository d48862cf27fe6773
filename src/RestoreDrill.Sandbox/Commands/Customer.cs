using Amazon.KeyManagementService;
using Amazon.RDS;
using Amazon.Runtime;
using Npgsql;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Commands;

/// <summary>Somebody who uses a running sandbox as one uses AWS: with the accounts' keys, through the API.</summary>
/// <param name="state">The state directory, whose credentials it reads.</param>
/// <param name="endpoint">Where the sandbox listens.</param>
internal sealed class Customer(string state, string endpoint)
{
    public string CertificateAuthorityFile => Path.Combine(state, "ca.crt");

    /// <exception cref="InvalidOperationException">No sandbox ever ran here.</exception>
    public AmazonRDSClient Rds(Account account) => new(KeysOf(account), new AmazonRDSConfig { ServiceURL = endpoint, AuthenticationRegion = CredentialsFile.Region });

    /// <exception cref="InvalidOperationException">No sandbox ever ran here.</exception>
    public AmazonKeyManagementServiceClient Kms(Account account) =>
        new(KeysOf(account), new AmazonKeyManagementServiceConfig { ServiceURL = endpoint, AuthenticationRegion = CredentialsFile.Region });

    /// <summary>Where the master's connection string of an instance is kept, password included (mode 0600).</summary>
    public string ConnectionFile(string instance) => Path.Combine(state, instance + ".connection");

    /// <summary>Where the password of the login that reads an instance for RestoreDrill is kept (mode 0600).</summary>
    public string ReaderPasswordFile(string instance) => Path.Combine(state, instance + ".reader");

    /// <exception cref="InvalidOperationException">The instance was not made by <c>prepare</c>.</exception>
    public NpgsqlConnectionStringBuilder MasterConnection(string instance) => File.Exists(ConnectionFile(instance))
        ? new NpgsqlConnectionStringBuilder(File.ReadAllText(ConnectionFile(instance)))
        : throw new InvalidOperationException($"{ConnectionFile(instance)} is missing: prepare the instance first (restoredrill-sandbox prepare).");

    private BasicAWSCredentials KeysOf(Account account)
    {
        var file = new StateDirectory(state).CredentialsFile;
        var keys = (File.Exists(file) ? CredentialsFile.Read(file) : []).FirstOrDefault(candidate => candidate.Account == account)
            ?? throw new InvalidOperationException($"{file} is missing: start the sandbox first (make sandbox).");
        return new BasicAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey);
    }
}
