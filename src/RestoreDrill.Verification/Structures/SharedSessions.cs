using System.Data;
using Npgsql;
using RestoreDrill.Core.Reading;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Structures;

/// <summary>
/// Sessions in one database for questions that are put one after the other: one for each purpose, given on with everything discarded that was set or made in it. A session costs the server a
/// process and both sides a handshake.
/// </summary>
internal sealed class SharedSessions(SessionOpener opener, InstanceLogin login, string database, TimeSpan limit) : IAsyncDisposable
{
    private readonly Dictionary<SessionPurpose, Session> idle = [];
    private readonly Dictionary<Session, SessionPurpose> taken = [];

    public string Database => database;

    /// <summary>A session as if it had just been opened.</summary>
    public async Task<Session> TakeAsync(SessionPurpose purpose, CancellationToken ct)
    {
        var session = await IdleAsync(purpose, ct) ?? await opener.OpenAsync(login, database, purpose, limit, ct);
        taken[session] = purpose;
        return session;
    }

    /// <summary>Takes a session back; one that broke is closed.</summary>
    public async ValueTask GiveBackAsync(Session session)
    {
        if (taken.Remove(session, out var purpose) && session.Connection.FullState == ConnectionState.Open && idle.TryAdd(purpose, session))
        {
            return;
        }

        await session.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var session in idle.Values)
        {
            await session.DisposeAsync();
        }
    }

    private async Task<Session?> IdleAsync(SessionPurpose purpose, CancellationToken ct)
    {
        if (!idle.Remove(purpose, out var session))
        {
            return null;
        }

        try
        {
            // Settings go back to those of the start-up packet. Refused inside of a transaction, and then the session is not for others to use.
            await session.ExecuteAsync("discarding what a question left in its session", "DISCARD ALL", ct);
            return session;
        }
        catch (Exception e) when (e is PostgresException or InstanceUnreachableException)
        {
            await session.DisposeAsync();
            return null;
        }
    }
}
