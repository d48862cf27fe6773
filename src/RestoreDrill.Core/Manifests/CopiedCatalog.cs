namespace RestoreDrill.Core.Manifests;

/// <summary>Puts together what a drill has read of one database's catalogs.</summary>
public static class CopiedCatalog
{
    /// <summary>
    /// What was read before the drill granted itself anything, and, where something could not be read then, what could be once it had. What the drill changes by
    /// its grants is in the shared catalogs only, which are read once; that it takes away FORCE ROW LEVEL SECURITY shows only in a database that let nobody in before.
    /// </summary>
    /// <param name="parts">The parts of one database, of the moments <see cref="ReadingMoment.Copy"/> and perhaps <see cref="ReadingMoment.Entitled"/>.</param>
    public static DatabaseCatalog Of(IReadOnlyList<ManifestPart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var first = CatalogText.Read(parts.Single(static part => part.Moment == ReadingMoment.Copy).Text);
        if (parts.SingleOrDefault(static part => part.Moment == ReadingMoment.Entitled) is not { } part)
        {
            return first;
        }

        var second = CatalogText.Read(part.Text);
        if (first.Unavailable is not null || second.Unavailable is not null)
        {
            return first.Unavailable is null ? first : second;
        }

        return first with
        {
            Items =
            [
                .. first.Items.Where(item => !first.Unread.ContainsKey(item.Kind)).Concat(second.Items.Where(item => first.Unread.ContainsKey(item.Kind)))
                    .Order(Comparer<CatalogItem>.Create(CatalogText.Order)),
            ],
            Unread = second.Unread.Where(kind => first.Unread.ContainsKey(kind.Key)).ToDictionary(),
        };
    }
}
