namespace RestoreDrill.Core.Manifests;

/// <summary>Something in which the copy's catalog differs from its source's.</summary>
/// <param name="Database">The database; empty for the whole instance.</param>
/// <param name="Kind">What differs.</param>
/// <param name="Name">Its name.</param>
/// <param name="Expected">What it has to be, for a person.</param>
/// <param name="Found">What it is, for a person.</param>
public sealed record CatalogDifference(string Database, string Kind, string Name, string Expected, string Found);
