using Amazon.Organizations;
using Amazon.Runtime;
using AWSSDK.Wire.Tests;

namespace AWSSDK.Organizations.Tests.Clients;

internal static class OrganizationsClients
{
    public static AmazonOrganizationsClient Client(
        this ServiceEndpoint organizations, Action<AmazonOrganizationsConfig>? configure = null, AWSCredentials? credentials = null)
        => new(
            credentials ?? new BasicAWSCredentials("AKIDEXAMPLE", "a-secret"),
            organizations.Configure(new AmazonOrganizationsConfig(), configure));
}
