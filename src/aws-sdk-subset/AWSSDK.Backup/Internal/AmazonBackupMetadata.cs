using Amazon.Runtime.Internal;

namespace Amazon.Backup.Internal;

/// <summary>How the service is named in metrics and logs of the SDK.</summary>
public partial class AmazonBackupMetadata : IServiceMetadata
{
    public string ServiceId => "Backup";

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
