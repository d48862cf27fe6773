using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>What <c>RestoreDBInstanceFromDBSnapshot</c> answers.</summary>
public partial class RestoreDBInstanceFromDBSnapshotResponse : AmazonWebServiceResponse
{
    public DBInstance DBInstance { get; set; }
}
