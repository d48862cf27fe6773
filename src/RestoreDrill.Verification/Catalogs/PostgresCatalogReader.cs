using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Reading;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Catalogs;

/// <summary>
/// Reads catalogs over PostgreSQL's protocol, in one session per call that is not pooled. One short statement per kind, each in a transaction of its own: an item is what it was
/// when its kind was asked for. Views, rules and functions written in SQL are locked ACCESS SHARE with what they name while PostgreSQL puts their definitions together,
/// which only somebody who alters them notices. Tested on PostgreSQL 15; every question was also put to servers of 13, 14, 16, 17 and 18, which differ in some columns.
/// </summary>
public sealed class PostgresCatalogReader(TimeProvider time, ReaderOptions? options = null) : ICatalogReader
{
    private readonly SessionOpener opener = new(options ?? new ReaderOptions(), time);

    /// <inheritdoc/>
    public async Task<DatabaseCatalog> ReadSharedAsync(InstanceLogin login, CancellationToken cancellationToken)
    {
        await using var session = await opener.OpenEntranceAsync(login, SessionPurpose.Listing, cancellationToken);
        var reading = new CatalogReading(session);
        await reading.AskAsync(ClusterQuestions.All, cancellationToken);
        return reading.Result(DatabaseCatalog.Shared, await reading.WritesAsync(ClusterQuestions.Writes, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<DatabaseCatalog> ReadAsync(InstanceLogin login, string database, CancellationToken cancellationToken)
    {
        Session session;
        try
        {
            session = await opener.OpenAsync(login, database, SessionPurpose.Listing, cancellationToken);
        }
        catch (InstanceUnreachableException e) when (ServerWords.IsAboutDatabase(e))
        {
            return new DatabaseCatalog { Database = database, Items = [], Unavailable = e.Message };
        }
        await using (session)
        {
            var reading = new CatalogReading(session);
            await reading.AskAsync([.. DatabaseQuestions.All, .. RelationQuestions.All, .. CodeQuestions.All, RelationQuestions.Stands], cancellationToken);
            return reading.Result(database, await reading.WritesAsync(ClusterQuestions.WritesInDatabase, cancellationToken));
        }
    }
}
