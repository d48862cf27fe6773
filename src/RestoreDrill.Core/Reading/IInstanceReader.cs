using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Reading;

/// <summary>
/// Reads a restored PostgreSQL instance. Sessions are read only (but for <see cref="ListAsync"/>'s earning of rights), pinned in encoding
/// and time zone, and time-limited. A connection that breaks or is refused throws <see cref="InstanceUnreachableException"/>.
/// </summary>
public interface IInstanceReader
{
    /// <summary>Connects and gets a first correct answer: which cluster this is.</summary>
    /// <exception cref="InstanceUnreachableException">No connection, wrong certificate, wrong password, or the server is starting.</exception>
    Task<InstanceIdentity> IdentifyAsync(InstanceLogin login, CancellationToken cancellationToken);

    /// <summary>
    /// Lists databases, relations and hazards. First the drill earns the right to read what others own: by GRANTs to the master user on
    /// the scratch instance, recorded; repeating it changes nothing. What stays unreadable shows when it is read.
    /// </summary>
    Task<InstanceInventory> ListAsync(InstanceLogin login, CancellationToken cancellationToken);

    /// <summary>
    /// Reads every row of relations from their heaps, the largest first, range by range over several connections. Gives each range when it has been
    /// read; together they cover every block once, but where a range was not read: that settles its relation. Never throws for what the server says about a
    /// relation (refused, corrupt, out of time): that is a range of <see cref="ReadingOutcome.NotJudged"/>, or of <see cref="ReadingOutcome.Damaged"/>
    /// where the server says that the data is (SQLSTATE class XX, 58030, 58P01), with the server's words and SQLSTATE.
    /// </summary>
    /// <remarks>
    /// When a connection breaks, the other ones finish and give what they have under way; then the exception is thrown. Cancelling, or giving up the
    /// enumeration, ends the statements under way on the server.
    /// </remarks>
    IAsyncEnumerable<RangeReading> ReadAsync(InstanceLogin login, ReadingOrder order, CancellationToken cancellationToken);

    /// <summary>Puts one of the user's own checks. Never throws for what the server says: errors and time-outs are results.</summary>
    /// <param name="login">How to reach the instance.</param>
    /// <param name="check">The check.</param>
    /// <param name="dataTime">The moment of the restored data, from which <see cref="Expectation.NewerThan"/> counts back.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<CheckResult> CheckAsync(InstanceLogin login, UserCheck check, DateTimeOffset dataTime, CancellationToken cancellationToken);
}
