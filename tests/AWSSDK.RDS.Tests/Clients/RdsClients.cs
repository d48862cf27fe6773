using Amazon.RDS;
using Amazon.Runtime;
using AWSSDK.Wire.Tests;

namespace AWSSDK.RDS.Tests.Clients;

internal static class RdsClients
{
    public static AmazonRDSClient Client(
        this ServiceEndpoint rds, Action<AmazonRDSConfig>? configure = null, AWSCredentials? credentials = null)
        => new(credentials ?? new BasicAWSCredentials("AKIDEXAMPLE", "a-secret"), rds.Configure(new AmazonRDSConfig(), configure));
}
