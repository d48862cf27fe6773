namespace RestoreDrill.Core.Manifests;

/// <summary>What the catalogs of one database say, or those that all databases of an instance share.</summary>
public sealed record DatabaseCatalog
{
    /// <summary>What <see cref="Database"/> is for the catalogs that all databases share.</summary>
    public const string Shared = "";

    /// <summary>The database; <see cref="Shared"/> for the instance's own.</summary>
    public required string Database { get; init; }

    /// <summary>In order of kind and name, each compared ordinally; no two with the same kind and name. Empty where the catalog could not be read.</summary>
    public required IReadOnlyList<CatalogItem> Items { get; init; }

    /// <summary>Kinds that could not be read, or not in full, with the server's words: that one of their items is absent means nothing.</summary>
    public IReadOnlyDictionary<string, string> Unread { get; init; } = new Dictionary<string, string>();

    /// <summary>Why nothing at all could be read; null where something was.</summary>
    public string? Unavailable { get; init; }

    /// <summary>
    /// The server's count of writes to these catalogs: equal at two readings of one running server, nothing was created, altered or dropped in between, not
    /// even something that is gone again. Null where the server does not count or is a standby. It says nothing in a copy.
    /// </summary>
    public string? Writes { get; init; }
}
