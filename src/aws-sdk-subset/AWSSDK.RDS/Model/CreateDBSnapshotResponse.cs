using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>What <c>CreateDBSnapshot</c> answers.</summary>
public partial class CreateDBSnapshotResponse : AmazonWebServiceResponse
{
    public DBSnapshot DBSnapshot { get; set; }
}
