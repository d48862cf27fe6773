namespace Amazon.RDS.Model;

/// <summary>The <c>ProcessorFeature</c> shape of the RDS API.</summary>
public partial class ProcessorFeature
{
    public string Name { get; set; }

    public string Value { get; set; }
}
