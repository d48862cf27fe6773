using Amazon.Wire;

namespace Amazon.RDS.Model;

/// <summary>The parameters of <c>ModifyDBParameterGroup</c>.</summary>
public partial class ModifyDBParameterGroupRequest : AmazonRDSRequest
{
    public string DBParameterGroupName { get; set; }

    [ListItem("Parameter")]
    public List<Parameter> Parameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
