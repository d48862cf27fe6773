namespace Amazon.RDS.Model;

/// <summary>The <c>Outpost</c> shape of the RDS API.</summary>
public partial class Outpost
{
    public string Arn { get; set; }
}
