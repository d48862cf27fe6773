using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>What <c>DeleteDBParameterGroup</c> answers.</summary>
public partial class DeleteDBParameterGroupResponse : AmazonWebServiceResponse
{
}
