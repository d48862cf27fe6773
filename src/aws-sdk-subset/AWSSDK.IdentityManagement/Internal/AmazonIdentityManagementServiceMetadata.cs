using Amazon.Runtime.Internal;

namespace Amazon.IdentityManagement.Internal;

/// <summary>How the service is named in metrics and logs of the SDK.</summary>
public partial class AmazonIdentityManagementServiceMetadata : IServiceMetadata
{
    public string ServiceId => "IAM";

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
