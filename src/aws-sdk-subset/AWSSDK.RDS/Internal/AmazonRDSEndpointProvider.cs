using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Amazon.RDS.Internal;

/// <summary>Where RDS is reached, by the service's endpoint rule set (botocore <c>rds/2014-10-31/endpoint-rule-set-1</c>).</summary>
public class AmazonRDSEndpointProvider : IEndpointProvider
{
    /// <exception cref="AmazonClientException">No endpoint fits the region and the options.</exception>
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var fips = parameters["UseFIPS"] is true;
        var dualStack = parameters["UseDualStack"] is true;

        if (parameters["Endpoint"] is string custom)
        {
            if (fips)
            {
                throw new AmazonClientException("Invalid Configuration: FIPS and custom endpoint are not supported");
            }

            return dualStack
                ? throw new AmazonClientException("Invalid Configuration: Dualstack and custom endpoint are not supported")
                : new Endpoint(custom, "", "");
        }

        if (parameters["Region"] is not string region || Fn.Partition(region) is not { } partition)
        {
            throw new AmazonClientException("Invalid Configuration: Missing Region");
        }

        if ((fips && !partition.supportsFIPS) || (dualStack && !partition.supportsDualStack))
        {
            throw new AmazonClientException(
                $"FIPS or DualStack is enabled, but partition {partition.name} of region {region} does not support it");
        }

        // GovCloud's ordinary endpoint is the FIPS one, except with dual stack.
        var host = fips && (dualStack || partition.name != "aws-us-gov") ? "rds-fips" : "rds";
        var suffix = dualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix;
        return new Endpoint($"https://{host}.{region}.{suffix}", "", "");
    }
}
