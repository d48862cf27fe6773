namespace RestoreDrill.Verification.Listing;

/// <summary>A database in the catalog.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Owner">Its owner.</param>
/// <param name="AllowsConnections">False for <c>template0</c> and what an administrator closed.</param>
/// <param name="MayConnect">Whether this user has CONNECT.</param>
internal sealed record FoundDatabase(string Name, string Owner, bool AllowsConnections, bool MayConnect);
