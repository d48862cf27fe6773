using Npgsql;
using RestoreDrill.Core.Reading;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Listing;

/// <summary>
/// Earns the right to read what others own. RDS's master user is no superuser: it may grant itself roles (before PostgreSQL 16 by CREATEROLE, from 16
/// where it has ADMIN OPTION) and, as a member of the owner, take away FORCE ROW LEVEL SECURITY. Only ever on a scratch instance. Only what is missing is
/// asked for, so that repeating it changes nothing; what is refused stays unreadable, and reading says so.
/// </summary>
internal sealed class ReadingRights(InstanceLogin login)
{
    private const string ReadAllData = "pg_read_all_data";
    private readonly List<string> earned = [];
    private readonly List<string> takeBack = [];

    /// <summary>One sentence for each right that was granted.</summary>
    public IReadOnlyList<string> Earned => earned;

    /// <summary>What takes them back, the last one first: whoever is no member of an owner any more cannot change its tables.</summary>
    public IReadOnlyList<string> TakeBack => [.. takeBack.AsEnumerable().Reverse()];

    /// <summary>Earns what holds for the whole instance.</summary>
    public async Task EarnInstanceAsync(Session session, CancellationToken ct)
    {
        // From PostgreSQL 14.
        var missing = await session.RowsAsync(
            "looking for pg_read_all_data",
            "SELECT rolname FROM pg_roles WHERE rolname = $1 AND NOT pg_has_role(oid, 'USAGE')",
            static row => row.GetString(0),
            ct,
            ReadAllData);
        foreach (var role in missing)
        {
            await GrantAsync(session, role, "to read tables that others own", ct);
        }
    }

    /// <summary>Earns CONNECT on a database by becoming a member of its owner; whether that helped.</summary>
    public async Task<bool> EarnConnectAsync(Session session, FoundDatabase database, CancellationToken ct)
    {
        await GrantAsync(session, database.Owner, $"to connect to database \"{database.Name}\"", ct);
        var allowed = await session.RowsAsync(
            "looking for the right to connect", "SELECT has_database_privilege($1, 'CONNECT')", static row => row.GetBoolean(0), ct, database.Name);
        return allowed[0];
    }

    /// <summary>Earns what is missing in one database: membership of owners, then freedom from forced row security.</summary>
    public async Task EarnDatabaseAsync(Session session, CancellationToken ct)
    {
        var owners = await session.RowsAsync(
            "looking for relations that cannot be read",
            $"""
            SELECT DISTINCT r.rolname
            FROM {Catalog.Relations}
            JOIN pg_roles r ON (r.oid = c.relowner AND (row_security_active(c.oid) OR NOT has_table_privilege(c.oid, 'SELECT')))
                            OR (r.oid = n.nspowner AND NOT has_schema_privilege(n.oid, 'USAGE'))
            WHERE c.relkind IN ('r', 'm') AND {Catalog.OfUsers} AND NOT pg_has_role(r.oid, 'USAGE')
            ORDER BY 1
            """,
            static row => row.GetString(0),
            ct);
        foreach (var owner in owners)
        {
            await GrantAsync(session, owner, $"to read its tables in database \"{session.Database}\" in full", ct);
        }
        var forced = await session.RowsAsync(
            "looking for forced row security",
            $"""
            SELECT n.nspname, c.relname
            FROM {Catalog.Relations}
            WHERE c.relkind = 'r' AND c.relforcerowsecurity AND {Catalog.OfUsers} AND row_security_active(c.oid) AND pg_has_role(c.relowner, 'USAGE')
            ORDER BY 1, 2
            """,
            static row => (Schema: row.GetString(0), Name: row.GetString(1)),
            ct);
        foreach (var (schema, name) in forced)
        {
            await AskAsync(
                session,
                $"ALTER TABLE ONLY {Identifier.Quote(schema, name)} NO FORCE ROW LEVEL SECURITY",
                $"Took away FORCE ROW LEVEL SECURITY from {session.Database}.{schema}.{name} on the restored instance, to read the rows that its policies hide.",
                $"ALTER TABLE ONLY {Identifier.Quote(schema, name)} FORCE ROW LEVEL SECURITY;  -- in database {session.Database}",
                ct);
        }
    }

    private Task GrantAsync(Session session, string role, string purpose, CancellationToken ct) =>
        AskAsync(session, $"GRANT {Identifier.Quote(role)} TO CURRENT_USER", $"Granted role \"{role}\" to \"{login.User}\" on the restored instance, {purpose}.", $"REVOKE {Identifier.Quote(role)} FROM {Identifier.Quote(login.User)};", ct);

    private async Task AskAsync(Session session, string statement, string sentence, string undo, CancellationToken ct)
    {
        try
        {
            await session.ExecuteAsync("earning a right to read", statement, ct);
        }
        catch (PostgresException)
        {
            // A refusal loses nothing here: the relation's own reading reports it, with the server's reason.
            return;
        }
        earned.Add(sentence);
        takeBack.Add(undo);
    }
}
