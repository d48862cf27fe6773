using Npgsql;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Verification.OldRows;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification;

/// <summary>
/// Reads old rows over PostgreSQL's protocol, of a source or of a restored instance. Every call opens its own sessions, not pooled, and closes them; each
/// statement is a transaction of its own and none is held open. Run on PostgreSQL 15; 14 and 16 to 18 take the same path; 13 cannot read by blocks.
/// </summary>
public sealed class PostgresOldRowReader(TimeProvider time, ReaderOptions? options = null) : IOldRowReader
{
    private const int LimitOfStatement = 10;
    private static readonly TimeSpan LockWait = TimeSpan.FromSeconds(1);

    private readonly ReaderOptions limits = options ?? new ReaderOptions();

    /// <inheritdoc/>
    public async Task<OldRowLimit> TakeLimitAsync(InstanceLogin login, CancellationToken cancellationToken)
    {
        try
        {
            return await new LimitQuestion(new SessionOpener(limits, time), login, time).AskAsync(cancellationToken);
        }
        catch (PostgresException e)
        {
            throw Refused("Taking the limit of old rows", login, e);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RelationStance>> ListAsync(InstanceLogin login, string database, CancellationToken cancellationToken)
    {
        // Nobody who works with the source is to queue behind this.
        var opener = new SessionOpener(limits with { LockLimit = LockWait }, time);
        Session session;
        try
        {
            session = await opener.OpenAsync(login, database, SessionPurpose.Listing, cancellationToken);
        }
        catch (InstanceUnreachableException e) when (ServerWords.IsAboutDatabase(e))
        {
            return [];
        }

        await using (session)
        {
            try
            {
                return await StanceList.AskAsync(session, cancellationToken);
            }
            catch (PostgresException e)
            {
                throw Refused($"Listing the relations of database \"{database}\"", login, e);
            }
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<BlockGroups> ReadAsync(InstanceLogin login, OldRowOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        Require(order.Limit);
        if (order.DutyCycle is not (> 0 and <= 1))
        {
            throw new ArgumentException($"A duty cycle is above 0 and at most 1, not {order.DutyCycle}.", nameof(order));
        }

        var opener = new SessionOpener(limits with { StatementLimit = order.Statement * LimitOfStatement, LockLimit = order.LockWait }, time);
        return new OldRowReading(opener, login, order, limits, time).ReadAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<GroupHashes> ReadHashesAsync(
        InstanceLogin login, RelationName relation, int grain, IReadOnlyList<long> groups, OldRowLimit limit, long seed, CancellationToken cancellationToken)
    {
        Require(limit);
        return new HashReading(new SessionOpener(limits, time), login, relation, grain, limit, seed).ReadAsync(groups, cancellationToken);
    }

    private static InstanceUnreachableException Refused(string what, InstanceLogin login, PostgresException error) => new(
        $"{what} at {login.Host}:{login.Port} as user \"{login.User}\" was refused: the server answered {ServerWords.Of(error)}. Nothing was changed. "
            + "Give this user what the server says is missing, or try again if it was too slow.",
        error.SqlState,
        error);

    private static void Require(OldRowLimit limit)
    {
        if (limit.InRecovery)
        {
            throw new ArgumentException("The limit was taken on a standby, which does not know what its primary runs: take it on the primary.", nameof(limit));
        }

        // 0 to 2 are never given to a transaction.
        if ((limit.Xid & uint.MaxValue) < 3)
        {
            throw new ArgumentException($"{limit.Xid} is no transaction's id.", nameof(limit));
        }
    }
}
