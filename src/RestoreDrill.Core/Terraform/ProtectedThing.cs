namespace RestoreDrill.Core.Terraform;

/// <summary>What a resource is to the guard.</summary>
/// <param name="What">In words, for example <c>the protected database courses</c>.</param>
/// <param name="IsConfigured">Whether it was named by the configuration: a database, its replica, an address. <c>Exempt</c> does not reach it.</param>
internal sealed record ProtectedThing(string What, bool IsConfigured);
