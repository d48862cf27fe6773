namespace RestoreDrill.Core.Reading;

/// <summary>A database of the restored instance.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Verified">Whether it is connectable and its relations are listed; otherwise <paramref name="Reason"/> says why not.</param>
/// <param name="Reason">Why it is not verified, for example "AWS's own administrative database".</param>
public sealed record ListedDatabase(string Name, bool Verified, string? Reason = null);
