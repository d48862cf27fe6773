namespace Amazon.RDS.Model;

/// <summary>An Availability Zone, by name.</summary>
public partial class AvailabilityZone
{
    public string Name { get; set; }
}
