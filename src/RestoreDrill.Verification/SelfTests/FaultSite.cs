using Npgsql;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.SelfTests;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.SelfTests;

/// <summary>A session that may damage: in one database of a scratch instance, and only once the cluster that answers is the one that was read.</summary>
internal sealed class FaultSite : IAsyncDisposable
{
    /// <summary>A restored prepared transaction may hold a lock for ever; there are other objects.</summary>
    private const string ShortLockWait = "SET lock_timeout = 2000";

    private readonly Session session;

    private FaultSite(Session session) => this.session = session;

    public Session Session => session;

    /// <exception cref="NotOursException">Another cluster answers; nothing was done to it.</exception>
    public static async Task<FaultSite> OpenAsync(SessionOpener opener, OwnScratch scratch, string database, CancellationToken ct)
    {
        var session = await opener.OpenAsync(scratch.Login, database, SessionPurpose.Damaging, ct);
        try
        {
            if (scratch.SystemIdentifier is { } expected)
            {
                var found = await session.RowsAsync("asking which cluster this is", "SELECT system_identifier::text FROM pg_control_system()", static row => row.GetString(0), ct);
                if (found[0] != expected)
                {
                    throw new NotOursException($"{scratch.Login.Host}:{scratch.Login.Port} is cluster {found[0]}; this drill has read cluster {expected}. Nothing was done to it.");
                }
            }

            await session.ExecuteAsync("limiting waits for locks", ShortLockWait, ct);
            return new FaultSite(session);
        }
        catch (Exception)
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>Does something in a transaction.</summary>
    /// <param name="keep">Whether it stays; else it is rolled back, once every constraint was asked that would be at the end.</param>
    /// <param name="work">The work.</param>
    /// <param name="ct">Cancels the statement under way.</param>
    public async Task InTransactionAsync(bool keep, Func<Task> work, CancellationToken ct)
    {
        await session.ExecuteAsync("beginning a transaction", "BEGIN", ct);
        var done = false;
        try
        {
            await work();
            await session.ExecuteAsync("asking deferred constraints", "SET CONSTRAINTS ALL IMMEDIATE", ct);
            done = keep;
        }
        finally
        {
            // Where the connection broke, the server rolls back by itself.
            if (session.Connection.FullState == System.Data.ConnectionState.Open)
            {
                await session.ExecuteAsync("ending a transaction", done ? "COMMIT" : "ROLLBACK", CancellationToken.None);
            }
        }
    }

    /// <summary>
    /// Becomes a member of whoever may change a relation: its owner, those of its schema and database, pg_write_all_data (from PostgreSQL 14). Within a transaction;
    /// what is refused stays missing, and shows when the relation is changed.
    /// </summary>
    public async Task EarnAsync(FaultTarget target, CancellationToken ct)
    {
        var roles = await session.RowsAsync(
            "looking for missing rights",
            """
            SELECT DISTINCT r.rolname
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_database d ON d.datname = current_database()
                 JOIN pg_roles r ON r.oid IN (c.relowner, n.nspowner, d.datdba) OR r.rolname = 'pg_write_all_data'
            WHERE n.nspname = $1 AND c.relname = $2 AND NOT pg_has_role(r.oid, 'USAGE')
            ORDER BY 1
            """,
            static row => row.GetString(0),
            ct,
            target.Schema,
            target.Relation);
        foreach (var role in roles)
        {
            await session.ExecuteAsync("setting a savepoint", "SAVEPOINT _rd_", ct);
            try
            {
                await session.ExecuteAsync("earning a right to damage", $"GRANT {Identifier.Quote(role)} TO CURRENT_USER", ct);
            }
            catch (PostgresException)
            {
                await session.ExecuteAsync("undoing a refused grant", "ROLLBACK TO SAVEPOINT _rd_", ct);
            }
        }
    }

    public ValueTask DisposeAsync() => session.DisposeAsync();
}
