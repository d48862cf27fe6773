namespace RestoreDrill.Core.Manifests;

/// <summary>The second line of a catalog's text: everything but the items.</summary>
internal sealed record CatalogHeader(string Database, int Items, IReadOnlyDictionary<string, string> Unread, string? Unavailable, string? Writes)
{
    public static CatalogHeader Of(DatabaseCatalog catalog) => new(
        catalog.Database,
        catalog.Items.Count,
        new SortedDictionary<string, string>(catalog.Unread.ToDictionary(), StringComparer.Ordinal),
        catalog.Unavailable,
        catalog.Writes);

    public DatabaseCatalog With(IReadOnlyList<CatalogItem> items) =>
        new() { Database = Database, Items = items, Unread = Unread, Unavailable = Unavailable, Writes = Writes };
}
