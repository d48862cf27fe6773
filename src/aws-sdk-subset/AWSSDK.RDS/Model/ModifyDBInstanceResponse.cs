using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>What <c>ModifyDBInstance</c> answers.</summary>
public partial class ModifyDBInstanceResponse : AmazonWebServiceResponse
{
    public DBInstance DBInstance { get; set; }
}
