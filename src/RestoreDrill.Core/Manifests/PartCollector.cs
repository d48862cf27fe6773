using RestoreDrill.Core.Json;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Manifests;

/// <summary>Reads the catalogs of an instance, and what makes relations comparable, database by database; what a run has saved already is not read again.</summary>
internal sealed class PartCollector(DatabaseReaders readers, IManifestStore store, TimeProvider time, TimeSpan stint)
{
    /// <summary>Whether catalogs are read.</summary>
    public bool Catalogs { get; init; } = true;

    /// <summary>Whether relations are listed.</summary>
    public bool Relations { get; init; }

    /// <summary>Reads what is missing, for a stint at most.</summary>
    /// <param name="run">The run that reads.</param>
    /// <param name="login">How to reach the instance.</param>
    /// <param name="moment">Which reading this is.</param>
    /// <param name="databases">The databases, where they are known already; otherwise empty.</param>
    /// <param name="cancellationToken">Cancels the statement under way.</param>
    /// <returns>New parts; all databases; whether nothing is missing any more.</returns>
    public async Task<(List<ManifestPart> Parts, IReadOnlyList<string> Databases, bool Complete)> CollectAsync(
        RunId run, InstanceLogin login, ReadingMoment moment, IReadOnlyList<string> databases, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var parts = new List<ManifestPart>();
        var catalogs = await SavedAsync(run, moment, ManifestSubject.Catalog, cancellationToken).ConfigureAwait(false);
        var relations = await SavedAsync(run, moment, ManifestSubject.Relations, cancellationToken).ConfigureAwait(false);
        if (Catalogs && !catalogs.ContainsKey(DatabaseCatalog.Shared))
        {
            var shared = PartOf(moment, await readers.Catalogs.ReadSharedAsync(login, cancellationToken).ConfigureAwait(false));
            parts.Add(shared);
            catalogs.Add(shared.Database, shared);
        }

        if (databases.Count == 0 && catalogs.TryGetValue(DatabaseCatalog.Shared, out var listing))
        {
            databases = InstanceDatabases.Entered(CatalogText.Read(listing.Text));
        }

        foreach (var database in databases)
        {
            if (time.GetElapsedTime(began) > stint)
            {
                return (parts, databases, false);
            }

            if (Catalogs && !catalogs.ContainsKey(database))
            {
                parts.Add(PartOf(moment, await readers.Catalogs.ReadAsync(login, database, cancellationToken).ConfigureAwait(false)));
            }

            if (Relations && !relations.ContainsKey(database))
            {
                var stances = await readers.OldRows.ListAsync(login, database, cancellationToken).ConfigureAwait(false);
                parts.Add(new ManifestPart
                {
                    Moment = moment,
                    Subject = ManifestSubject.Relations,
                    Database = database,
                    Text = CanonicalJson.Write(stances.OrderBy(static stance => stance.Name, RelationName.Order).ToList()),
                });
            }
        }

        return (parts, databases, true);
    }

    private async Task<Dictionary<string, ManifestPart>> SavedAsync(RunId run, ReadingMoment moment, ManifestSubject subject, CancellationToken cancellationToken) =>
        (await store.PartsAsync(run, subject, cancellationToken).ConfigureAwait(false)).Where(part => part.Moment == moment).ToDictionary(static part => part.Database);

    private static ManifestPart PartOf(ReadingMoment moment, DatabaseCatalog catalog) => new()
    {
        Moment = moment,
        Subject = ManifestSubject.Catalog,
        Database = catalog.Database,
        Text = CatalogText.Write(catalog),
    };
}
