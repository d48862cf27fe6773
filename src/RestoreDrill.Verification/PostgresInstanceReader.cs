using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Verdicts;
using RestoreDrill.Verification.Checks;
using RestoreDrill.Verification.Fingerprints;
using RestoreDrill.Verification.Identity;
using RestoreDrill.Verification.Listing;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification;

/// <summary>
/// Reads a restored instance over PostgreSQL's protocol. Every call opens its own sessions, not pooled, and closes them; calls may run in parallel.
/// Run on PostgreSQL 15; 14 and 16 to 18 take the same path, 13 the fallback formula and whole relations: a smoke test is put to each (docs/verification.md).
/// </summary>
public sealed class PostgresInstanceReader(TimeProvider time, ReaderOptions? options = null) : IInstanceReader
{
    private readonly ReaderOptions limits = options ?? new ReaderOptions();
    private readonly SessionOpener opener = new(options ?? new ReaderOptions(), time);

    /// <inheritdoc/>
    public Task<InstanceIdentity> IdentifyAsync(InstanceLogin login, CancellationToken cancellationToken) =>
        IdentityQuestion.AskAsync(opener, login, cancellationToken);

    /// <inheritdoc/>
    public Task<InstanceInventory> ListAsync(InstanceLogin login, CancellationToken cancellationToken) =>
        new Inventory(opener, login).TakeAsync(cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<RangeReading> ReadAsync(InstanceLogin login, ReadingOrder order, CancellationToken cancellationToken) =>
        new InstanceReading(opener, login, order, limits, time).ReadAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<CheckResult> CheckAsync(InstanceLogin login, UserCheck check, DateTimeOffset dataTime, CancellationToken cancellationToken) =>
        new UserCheckQuestion(opener, login, time).AskAsync(check, dataTime, cancellationToken);
}
