using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>What <c>CreateDBInstance</c> answers.</summary>
public partial class CreateDBInstanceResponse : AmazonWebServiceResponse
{
    public DBInstance DBInstance { get; set; }
}
