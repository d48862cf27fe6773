using Amazon.Runtime.Internal;

namespace Amazon.RDS.Internal;

/// <summary>How the service is named in metrics and logs of the SDK.</summary>
public partial class AmazonRDSMetadata : IServiceMetadata
{
    public string ServiceId => "RDS";

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
