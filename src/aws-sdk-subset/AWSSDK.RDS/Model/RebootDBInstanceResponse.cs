using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>What <c>RebootDBInstance</c> answers.</summary>
public partial class RebootDBInstanceResponse : AmazonWebServiceResponse
{
    public DBInstance DBInstance { get; set; }
}
