using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>What <c>CopyDBSnapshot</c> answers.</summary>
public partial class CopyDBSnapshotResponse : AmazonWebServiceResponse
{
    public DBSnapshot DBSnapshot { get; set; }
}
