using RestoreDrill.Sandbox.Rds.Tags;

namespace RestoreDrill.Sandbox.Rds.Groups;

/// <summary>A DB parameter group: what somebody set over the family's defaults.</summary>
internal sealed class DbParameterGroup
{
    public required string Region { get; init; }

    public required string Name { get; init; }

    public required string Family { get; init; }

    public required string Description { get; init; }

    public List<ResourceTag> Tags { get; init; } = [];

    /// <summary>Values by parameter name.</summary>
    public Dictionary<string, string> Values { get; init; } = [];
}
