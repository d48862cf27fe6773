using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Reading;
using RestoreDrill.Verification.Chain;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification;

/// <summary>
/// Reads row versions of a restored instance over PostgreSQL's protocol. Every call opens its own sessions, not pooled, and closes them. PostgreSQL 14
/// and later; 13 cannot read by blocks.
/// </summary>
public sealed class PostgresChainReader(TimeProvider time, ReaderOptions? options = null) : IChainReader
{
    private readonly ReaderOptions limits = options ?? new ReaderOptions();

    /// <inheritdoc/>
    public Task<(ulong? Limit, string? Problem)> TakeLimitAsync(InstanceLogin login, CancellationToken cancellationToken) =>
        ChainLimitQuestion.AskAsync(new SessionOpener(limits, time), login, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There is no limit, or one that is no transaction's id.</exception>
    public IAsyncEnumerable<ChainGroups> ReadAsync(InstanceLogin login, ChainOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (order.Limits.Count == 0 || order.Limits.Any(static limit => (limit & uint.MaxValue) < 3))
        {
            throw new ArgumentException($"{string.Join(", ", order.Limits)}: limits are ids of transactions, and one at least.", nameof(order));
        }

        return new ChainReading(new SessionOpener(limits, time), login, order, limits, time).ReadAsync(cancellationToken);
    }
}
