namespace Amazon.RDS.Model;

/// <summary>The <c>Subnet</c> shape of the RDS API.</summary>
public partial class Subnet
{
    public string SubnetIdentifier { get; set; }

    public AvailabilityZone SubnetAvailabilityZone { get; set; }

    public Outpost SubnetOutpost { get; set; }

    public string SubnetStatus { get; set; }
}
