using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.RDS.Model;

/// <summary>What <c>DescribeDBParameters</c> answers.</summary>
public partial class DescribeDBParametersResponse : AmazonWebServiceResponse
{
    [ListItem("Parameter")]
    public List<Parameter> Parameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string Marker { get; set; }
}
