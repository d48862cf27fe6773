using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>What <c>ModifyDBSnapshotAttribute</c> answers.</summary>
public partial class ModifyDBSnapshotAttributeResponse : AmazonWebServiceResponse
{
    public DBSnapshotAttributesResult DBSnapshotAttributesResult { get; set; }
}
