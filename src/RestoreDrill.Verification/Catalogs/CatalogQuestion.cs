namespace RestoreDrill.Verification.Catalogs;

/// <summary>A question whose answer is items of one kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Sql">For a major version: gives name, value and version of each item; a row without a name or value is none.</param>
/// <param name="From">The first major version that can be asked.</param>
internal sealed record CatalogQuestion(string Kind, Func<int, string> Sql, int From = 13)
{
    public CatalogQuestion(string kind, string sql, int from = 13)
        : this(kind, _ => sql, from)
    {
    }
}
