using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Amazon.Wire;

/// <summary>What the endpoint rule sets of our services have in common (botocore <c>endpoint-rule-set-1</c> of each).</summary>
internal static class EndpointRules
{
    public static bool IsFips(EndpointParameters parameters) => parameters["UseFIPS"] is true;

    public static bool IsDualStack(EndpointParameters parameters) => parameters["UseDualStack"] is true;

    /// <summary>The endpoint that the caller sets; null where none is set.</summary>
    /// <exception cref="AmazonClientException">It cannot be had with the other options.</exception>
    public static Endpoint Custom(EndpointParameters parameters)
    {
        if (parameters["Endpoint"] is not string custom)
        {
            return null;
        }

        if (IsFips(parameters))
        {
            throw new AmazonClientException("Invalid Configuration: FIPS and custom endpoint are not supported");
        }

        return IsDualStack(parameters)
            ? throw new AmazonClientException("Invalid Configuration: Dualstack and custom endpoint are not supported")
            : new Endpoint(custom, "", "");
    }

    /// <exception cref="AmazonClientException">No region is set.</exception>
    public static Partition PartitionOf(EndpointParameters parameters)
        => parameters["Region"] is string region && Fn.Partition(region) is { } partition
            ? partition
            : throw new AmazonClientException("Invalid Configuration: Missing Region");

    /// <summary>The part of a host name after the region.</summary>
    /// <exception cref="AmazonClientException">The partition does not have what the options ask for.</exception>
    public static string SuffixOf(EndpointParameters parameters, Partition partition)
    {
        if ((IsFips(parameters) && !partition.supportsFIPS) || (IsDualStack(parameters) && !partition.supportsDualStack))
        {
            throw new AmazonClientException(
                $"FIPS or DualStack is enabled, but partition {partition.name} of region {parameters["Region"]} does not support it");
        }

        return IsDualStack(parameters) ? partition.dualStackDnsSuffix : partition.dnsSuffix;
    }

    /// <summary>The service's endpoint in the region asked for.</summary>
    public static Endpoint Regional(EndpointParameters parameters, Partition partition, string host)
        => new($"https://{host}.{parameters["Region"]}.{SuffixOf(parameters, partition)}", "", "");

    /// <summary>An endpoint whose calls are signed for a region of its own, whatever region the client has.</summary>
    public static Endpoint SignedFor(string region, string url)
        => new(url, $$"""{"authSchemes":[{"name":"sigv4","signingRegion":"{{region}}"}]}""", "");
}
