using Amazon.Runtime.Internal;

namespace Amazon.Organizations.Internal;

/// <summary>How the service is named in metrics and logs of the SDK.</summary>
public partial class AmazonOrganizationsMetadata : IServiceMetadata
{
    public string ServiceId => "Organizations";

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
