using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>What <c>CreateDBParameterGroup</c> answers.</summary>
public partial class CreateDBParameterGroupResponse : AmazonWebServiceResponse
{
    public DBParameterGroup DBParameterGroup { get; set; }
}
