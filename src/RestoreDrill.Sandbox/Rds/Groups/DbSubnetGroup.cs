using RestoreDrill.Sandbox.Rds.Tags;

namespace RestoreDrill.Sandbox.Rds.Groups;

/// <summary>A DB subnet group.</summary>
internal sealed class DbSubnetGroup
{
    public required string Region { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public required string VpcId { get; init; }

    public required List<string> SubnetIds { get; init; }

    public List<ResourceTag> Tags { get; init; } = [];
}
