using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>What <c>ModifyDBParameterGroup</c> answers.</summary>
public partial class ModifyDBParameterGroupResponse : AmazonWebServiceResponse
{
    public string DBParameterGroupName { get; set; }
}
