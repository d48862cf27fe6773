using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Wire;

namespace Amazon.IdentityManagement.Internal;

/// <summary>
/// Where IAM is reached, by the service's endpoint rule set (botocore <c>iam/2010-05-08/endpoint-rule-set-1</c>): one endpoint per partition, for
/// whose region calls are signed.
/// </summary>
public class AmazonIdentityManagementServiceEndpointProvider : IEndpointProvider
{
    /// <exception cref="AmazonClientException">No endpoint fits the region and the options.</exception>
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (EndpointRules.Custom(parameters) is { } custom)
        {
            return custom;
        }

        var partition = EndpointRules.PartitionOf(parameters);
        var fips = EndpointRules.IsFips(parameters);
        var host = fips ? "iam-fips" : "iam";
        return (partition.name, fips, EndpointRules.IsDualStack(parameters)) switch
        {
            ("aws", _, true) => At("us-east-1", $"{host}.global.api.aws"),
            ("aws-cn", false, true) => At("cn-north-1", "iam.global.api.amazonwebservices.com.cn"),
            ("aws-cn", false, false) => At("cn-north-1", "iam.cn-north-1.amazonaws.com.cn"),

            // GovCloud's ordinary endpoints are the FIPS ones.
            ("aws-us-gov", _, true) => At("us-gov-west-1", "iam.us-gov.api.aws"),
            ("aws-us-gov", _, false) => At("us-gov-west-1", "iam.us-gov.amazonaws.com"),
            ("aws-iso", _, false) => At("us-iso-east-1", $"{host}.us-iso-east-1.c2s.ic.gov"),
            ("aws-iso-b", _, false) => At("us-isob-east-1", $"{host}.us-isob-east-1.sc2s.sgov.gov"),
            ("aws-iso-e", false, false) => At("eu-isoe-west-1", "iam.eu-isoe-west-1.cloud.adc-e.uk"),
            ("aws-iso-f", false, false) => At("us-isof-south-1", "iam.us-isof-south-1.csp.hci.ic.gov"),
            ("aws-eusc", false, false) => At("eusc-de-east-1", "iam.eusc-de-east-1.amazonaws.eu"),
            _ => At(partition.implicitGlobalRegion, $"{host}.{EndpointRules.SuffixOf(parameters, partition)}"),
        };
    }

    private static Endpoint At(string region, string host) => EndpointRules.SignedFor(region, $"https://{host}");
}
