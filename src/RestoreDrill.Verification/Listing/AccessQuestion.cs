using System.Globalization;
using Npgsql;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Listing;

/// <summary>How far a login gets: by what the catalogs say of its rights, without reading a row.</summary>
internal sealed class AccessQuestion(SessionOpener opener, InstanceLogin login, SourceReading reads, IReadOnlyList<string> tables)
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

    // Under row_security = off a policy that applies to the login makes every reading an error. Owners are exempt unless it is forced, and so is BYPASSRLS.
    private const string RowSecured =
        $"SELECT count(*), min(n.nspname || '.' || c.relname) FROM {Catalog.Relations} WHERE c.relkind = 'r' AND c.relpersistence = 'p' AND {Catalog.OfUsers} AND row_security_active(c.oid)";

    // What a reading lists: a partitioned parent holds no rows, and is no name of any.
    private const string Named =
        $"""
        SELECT name FROM unnest(string_to_array($1, chr(10))) name
        WHERE NOT EXISTS (SELECT FROM {Catalog.Relations} WHERE n.nspname || '.' || c.relname = name
            AND ((c.relkind IN ('r', 'm', 'f') AND {Catalog.OfUsers}) OR c.oid = 'pg_catalog.pg_largeobject'::regclass))
        """;

    private readonly List<string> entered = [];
    private readonly List<string> refused = [];
    private long unreadable;
    private string? first;
    private readonly List<string> missing = [];
    private long secured;
    private string? firstSecured;

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

        missing.AddRange(tables.Where(table => !databases.Exists(database => table.StartsWith(database.Name + ".", StringComparison.Ordinal))));
        return new SourceAccess(version, entered, refused, unreadable, first) { RowSecured = secured, FirstRowSecured = firstSecured, Missing = missing };
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
                (count, name) = (await AskAsync(session, RowSecured, static row => (row.GetInt64(0), row.IsDBNull(1) ? null : row.GetString(1)), ct))[0];
                secured += count;
                firstSecured ??= name is null ? null : string.Create(CultureInfo.InvariantCulture, $"{database}.{name}");
            }

            var named = tables.Where(table => table.StartsWith(database + ".", StringComparison.Ordinal)).Select(table => table[(database.Length + 1)..]).ToList();
            if (named.Count > 0)
            {
                var absent = await AskAsync(session, Named, static row => row.GetString(0), ct, string.Join('\n', named));
                missing.AddRange(absent.Select(name => $"{database}.{name}"));
            }
        }
    }

    private Task<List<T>> AskAsync<T>(Session session, string sql, Func<NpgsqlDataReader, T> row, CancellationToken ct, params string[] parameters) =>
        RefusableAsync(() => session.RowsAsync(What, sql, row, ct, parameters));

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
