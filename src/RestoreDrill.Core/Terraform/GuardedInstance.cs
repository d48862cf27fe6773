namespace RestoreDrill.Core.Terraform;

/// <summary>A protected database's instance.</summary>
/// <param name="Name">What people call the database.</param>
/// <param name="Instance">The DB instance identifier.</param>
/// <param name="ResourceId">DbiResourceId, where AWS was asked for it; it stays the same when the instance is renamed.</param>
public sealed record GuardedInstance(string Name, string Instance, string? ResourceId = null);
