using Amazon.Backup;
using Amazon.Runtime;
using AWSSDK.Wire.Tests;

namespace AWSSDK.Backup.Tests.Clients;

internal static class BackupClients
{
    public static AmazonBackupClient Client(
        this ServiceEndpoint backup, Action<AmazonBackupConfig>? configure = null, AWSCredentials? credentials = null)
        => new(credentials ?? new BasicAWSCredentials("AKIDEXAMPLE", "a-secret"), backup.Configure(new AmazonBackupConfig(), configure));
}
