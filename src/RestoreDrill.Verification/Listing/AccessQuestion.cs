using System.Globalization;
using Npgsql;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Listing;

/// <summary>How far a login gets: by what the catalogs say of its rights, without reading a row.</summary>
internal sealed class AccessQuestion(SessionOpener opener, InstanceLogin login, SourceReading reads)
{
    private const string What = "asking for the login's rights";

    private const string Unreadable =
        $"""
        SELECT count(*), min(n.nspname || '.' || c.relname)
        FROM {Catalog.Relations}
        WHERE ((c.relkind IN ('r', 'm') AND c.relpersistence = 'p' AND {Catalog.OfUsers})
            OR (c.oid = 'pg_catalog.pg_largeobject'::regclass AND EXISTS (SELECT FROM pg_largeobject_metadata)))
          AND NOT (has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT'))
        """;

    private readonly List<string> entered = [];
    private readonly List<string> refused = [];
    private long unreadable;
    private string? first;

    public async Task<SourceAccess> AskAsync(CancellationToken ct)
    {
        string version;
        List<FoundDatabase> databases;
        await using (var session = await opener.OpenEntranceAsync(login, SessionPurpose.Listing, ct))
        {
            version = (await AskAsync(session, "SHOW server_version", static row => row.GetString(0), ct))[0];
            databases = await RefusableAsync(() => DatabaseList.AskAsync(session, ct));
        }

        foreach (var database in databases.Where(static database => database.AllowsConnections && database.Name != InstanceDatabases.AwsOwn))
        {
            await EnterAsync(database.Name, ct);
        }

        return new SourceAccess(version, entered, refused, unreadable, first);
    }

    private async Task EnterAsync(string database, CancellationToken ct)
    {
        Session session;
        try
        {
            session = await opener.OpenAsync(login, database, SessionPurpose.Listing, ct);
        }
        catch (InstanceUnreachableException e) when (ServerWords.IsAboutDatabase(e))
        {
            refused.Add($"{database} ({(e.InnerException is PostgresException answer ? ServerWords.Of(answer) : e.Message)})");
            return;
        }

        await using (session)
        {
            entered.Add(database);
            if (reads != SourceReading.Catalog)
            {
                var (count, name) = (await AskAsync(session, Unreadable, static row => (row.GetInt64(0), row.IsDBNull(1) ? null : row.GetString(1)), ct))[0];
                unreadable += count;
                first ??= name is null ? null : string.Create(CultureInfo.InvariantCulture, $"{database}.{name}");
            }
        }
    }

    private Task<List<T>> AskAsync<T>(Session session, string sql, Func<NpgsqlDataReader, T> row, CancellationToken ct) =>
        RefusableAsync(() => session.RowsAsync(What, sql, row, ct));

    private async Task<T> RefusableAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (PostgresException e)
        {
            throw new InstanceUnreachableException($"The server at {login.Host}:{login.Port} answered {ServerWords.Of(e)} while {What} (\"{login.User}\").", e.SqlState, e);
        }
    }
}
