using Npgsql;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Catalogs;

/// <summary>Puts questions on one session, each by itself, and gathers the answers. What the server says against one is kept with its kind.</summary>
internal sealed class CatalogReading(Session session)
{
    // A function on the catalogs may meet an object that was dropped since the statement began; asked again, it is gone.
    private const int Tries = 3;

    private readonly FieldText text = new(session.Connection.PostgresParameters.GetValueOrDefault("server_encoding", TextEncoding.Utf8));
    private readonly List<CatalogItem> items = [];
    private readonly Dictionary<string, string> unread = [];

    public async Task AskAsync(IEnumerable<CatalogQuestion> questions, CancellationToken ct)
    {
        foreach (var question in questions)
        {
            if (session.MajorVersion >= question.From)
            {
                await AskAsync(question, ct);
            }
        }
    }

    /// <summary>Asks how many writes there were to the catalogs. To be asked last: see <see cref="DatabaseCatalog.Writes"/>.</summary>
    public async Task<string?> WritesAsync(string sql, CancellationToken ct)
    {
        try
        {
            return (await session.RowsAsync("counting writes to the catalogs", sql, static row => row.IsDBNull(0) ? null : row.GetString(0), ct))[0];
        }
        catch (PostgresException)
        {
            // Not known is an answer of its own: nothing then relies on it.
            return null;
        }
    }

    public DatabaseCatalog Result(string database, string? writes) => new()
    {
        Database = database,
        Items = [.. items.GroupBy(static item => (item.Kind, item.Name)).Select(Merge).Order(Comparer<CatalogItem>.Create(CatalogText.Order))],
        Unread = unread,
        Writes = writes,
    };

    private async Task AskAsync(CatalogQuestion question, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                var rows = await session.RowsAsync(
                    $"reading catalogs ({question.Kind})",
                    $"SELECT textsend(q.name::text), textsend(q.value::text), q.version::text FROM ({question.Sql(session.MajorVersion)}) q(name, value, version)",
                    static row => (
                        Name: row.IsDBNull(0) ? null : row.GetFieldValue<byte[]>(0),
                        Value: row.IsDBNull(1) ? null : row.GetFieldValue<byte[]>(1),
                        Version: row.IsDBNull(2) ? null : row.GetString(2)),
                    ct);
                items.AddRange(rows.Where(static row => row is { Name: not null, Value: not null })
                    .Select(row => new CatalogItem(question.Kind, text.Of(row.Name!), text.Of(row.Value!), row.Version)));
                if (question == RelationQuestions.Stands)
                {
                    NoteRefused([.. rows.Where(static row => row is { Name: not null, Value: null }).Select(row => text.Of(row.Name!)).Order(StringComparer.Ordinal)]);
                }
                return;
            }
            catch (PostgresException e) when (tries < Tries && e.SqlState == PostgresErrorCodes.InternalError)
            {
                // Asked again below.
            }
            catch (PostgresException e)
            {
                unread[question.Kind] = ServerWords.Of(e);
                return;
            }
        }
    }

    private void NoteRefused(List<string> sequences)
    {
        if (sequences.Count > 0)
        {
            unread[CatalogKinds.SequenceStand] = $"42501: this login may not read {sequences.Count} of the sequences, as {sequences[0]}";
        }
    }

    // Two names that are not the same bytes can be the same text, where one of them had no encoding.
    private static CatalogItem Merge(IEnumerable<CatalogItem> same) =>
        same.ToList() is var all && all is [var only]
            ? only
            : all[0] with { Value = string.Join(" + ", all.Select(static item => item.Value).Order(StringComparer.Ordinal)), Version = string.Join(' ', all.Select(static item => item.Version).Order(StringComparer.Ordinal)) };
}
