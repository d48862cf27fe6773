namespace RestoreDrill.Core.GuardRails;

/// <summary>RestoreDrill's own roles in the vault account, by ARN.</summary>
/// <param name="OfService">Those that the service takes on by itself.</param>
/// <param name="OfPeople">That of emergency restores, which people take on with a second factor; null: none is configured.</param>
public sealed record VaultRoles(IReadOnlyList<string> OfService, string? OfPeople = null)
{
    public IReadOnlyList<string> All => OfPeople is null ? OfService : [.. OfService, OfPeople];
}
