using Amazon.IdentityManagement;
using Amazon.Runtime;
using AWSSDK.Wire.Tests;

namespace AWSSDK.IdentityManagement.Tests.Clients;

internal static class IamClients
{
    public static AmazonIdentityManagementServiceClient Client(
        this ServiceEndpoint iam, Action<AmazonIdentityManagementServiceConfig>? configure = null, AWSCredentials? credentials = null)
        => new(
            credentials ?? new BasicAWSCredentials("AKIDEXAMPLE", "a-secret"),
            iam.Configure(new AmazonIdentityManagementServiceConfig(), configure));
}
