using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Wire;

namespace Amazon.RDS.Internal;

/// <summary>Where RDS is reached, by the service's endpoint rule set (botocore <c>rds/2014-10-31/endpoint-rule-set-1</c>).</summary>
public class AmazonRDSEndpointProvider : IEndpointProvider
{
    /// <exception cref="AmazonClientException">No endpoint fits the region and the options.</exception>
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (EndpointRules.Custom(parameters) is { } custom)
        {
            return custom;
        }

        // GovCloud's ordinary endpoint is the FIPS one, except with dual stack.
        var partition = EndpointRules.PartitionOf(parameters);
        var fips = EndpointRules.IsFips(parameters) && (EndpointRules.IsDualStack(parameters) || partition.name != "aws-us-gov");
        return EndpointRules.Regional(parameters, partition, fips ? "rds-fips" : "rds");
    }
}
