using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>What <c>CreateDBSubnetGroup</c> answers.</summary>
public partial class CreateDBSubnetGroupResponse : AmazonWebServiceResponse
{
    public DBSubnetGroup DBSubnetGroup { get; set; }
}
