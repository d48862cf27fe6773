using Amazon.Wire;

namespace Amazon.RDS.Model;

/// <summary>A filter of a <c>Describe</c> call: a name and the values accepted for it.</summary>
public partial class Filter
{
    public string Name { get; set; }

    [ListItem("Value")]
    public List<string> Values { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
