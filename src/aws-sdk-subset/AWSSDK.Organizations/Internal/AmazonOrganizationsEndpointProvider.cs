using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Wire;

namespace Amazon.Organizations.Internal;

/// <summary>
/// Where AWS Organizations is reached, by the service's endpoint rule set (botocore <c>organizations/2016-11-28/endpoint-rule-set-1</c>):
/// one endpoint per partition, for whose region calls are signed.
/// </summary>
public class AmazonOrganizationsEndpointProvider : IEndpointProvider
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
        var host = fips ? "organizations-fips" : "organizations";
        if (EndpointRules.IsDualStack(parameters))
        {
            return EndpointRules.Regional(parameters, partition, host);
        }

        return (partition.name, fips) switch
        {
            ("aws", _) => At("us-east-1", $"{host}.us-east-1.amazonaws.com"),
            ("aws-cn", false) => At("cn-northwest-1", "organizations.cn-northwest-1.amazonaws.com.cn"),

            // GovCloud's ordinary endpoint is the FIPS one.
            ("aws-us-gov", _) => At("us-gov-west-1", "organizations.us-gov-west-1.amazonaws.com"),
            ("aws-iso", false) => At("us-iso-east-1", "organizations.us-iso-east-1.c2s.ic.gov"),
            ("aws-iso-b", false) => At("us-isob-east-1", "organizations.us-isob-east-1.sc2s.sgov.gov"),
            ("aws-iso-f", false) => At("us-isof-south-1", "organizations.us-isof-south-1.csp.hci.ic.gov"),
            _ => EndpointRules.Regional(parameters, partition, host),
        };
    }

    private static Endpoint At(string region, string host) => EndpointRules.SignedFor(region, $"https://{host}");
}
