using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Wire;

namespace Amazon.Backup.Internal;

/// <summary>Where AWS Backup is reached, by the service's endpoint rule set (botocore <c>backup/2018-11-15/endpoint-rule-set-1</c>).</summary>
public class AmazonBackupEndpointProvider : IEndpointProvider
{
    /// <exception cref="AmazonClientException">No endpoint fits the region and the options.</exception>
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return EndpointRules.Custom(parameters)
            ?? EndpointRules.Regional(parameters, EndpointRules.PartitionOf(parameters), EndpointRules.IsFips(parameters) ? "backup-fips" : "backup");
    }
}
