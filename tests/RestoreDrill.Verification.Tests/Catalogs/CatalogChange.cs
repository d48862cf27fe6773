namespace RestoreDrill.Verification.Tests.Catalogs;

/// <summary>A statement and the one item that it changes.</summary>
internal sealed record CatalogChange(string Sql, string Kind, string Name);
