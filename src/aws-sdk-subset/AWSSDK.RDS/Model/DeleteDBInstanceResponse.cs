using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>What <c>DeleteDBInstance</c> answers.</summary>
public partial class DeleteDBInstanceResponse : AmazonWebServiceResponse
{
    public DBInstance DBInstance { get; set; }
}
