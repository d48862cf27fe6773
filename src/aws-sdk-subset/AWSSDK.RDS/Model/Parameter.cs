namespace Amazon.RDS.Model;

/// <summary>An engine parameter: what it is set to and what it accepts.</summary>
public partial class Parameter
{
    public string ParameterName { get; set; }

    public string ParameterValue { get; set; }

    public string Description { get; set; }

    public string Source { get; set; }

    public string ApplyType { get; set; }

    public string DataType { get; set; }

    public string AllowedValues { get; set; }

    public bool? IsModifiable { get; set; }

    public string MinimumEngineVersion { get; set; }

    public ApplyMethod ApplyMethod { get; set; }

    public List<string> SupportedEngineModes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
