using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>What <c>DeleteDBSnapshot</c> answers.</summary>
public partial class DeleteDBSnapshotResponse : AmazonWebServiceResponse
{
    public DBSnapshot DBSnapshot { get; set; }
}
