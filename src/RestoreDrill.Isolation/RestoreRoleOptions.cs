namespace RestoreDrill.Isolation;

/// <summary>The role of emergency restores in the vault account, which people take on with a second factor, and what it may restore into.</summary>
/// <param name="RoleArn">The role, by ARN.</param>
/// <param name="SubnetGroup">The subnet group of restored instances.</param>
/// <param name="ParameterGroup">The parameter group that they are handed over under, <c>{family}</c> standing for the engine family.</param>
public sealed record RestoreRoleOptions(string RoleArn, string SubnetGroup, string ParameterGroup)
{
    /// <summary>The account that it restores into; null: the vault account.</summary>
    public RestoreTargetOptions? Account { get; init; }

    /// <summary>The parameter groups of all families, as an ARN names them.</summary>
    internal string ParameterGroups => ParameterGroup.Replace("{family}", "*", StringComparison.Ordinal);
}
