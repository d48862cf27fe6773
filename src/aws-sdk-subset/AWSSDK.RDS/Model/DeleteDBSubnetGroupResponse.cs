using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>What <c>DeleteDBSubnetGroup</c> answers.</summary>
public partial class DeleteDBSubnetGroupResponse : AmazonWebServiceResponse
{
}
