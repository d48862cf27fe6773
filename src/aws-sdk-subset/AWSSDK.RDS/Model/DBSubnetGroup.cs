using Amazon.Wire;

namespace Amazon.RDS.Model;

/// <summary>The subnets an instance may be placed in.</summary>
public partial class DBSubnetGroup
{
    public string DBSubnetGroupName { get; set; }

    public string DBSubnetGroupDescription { get; set; }

    public string VpcId { get; set; }

    public string SubnetGroupStatus { get; set; }

    [ListItem("Subnet")]
    public List<Subnet> Subnets { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string DBSubnetGroupArn { get; set; }

    public List<string> SupportedNetworkTypes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
