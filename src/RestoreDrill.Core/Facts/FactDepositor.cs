using System.Text;

namespace RestoreDrill.Core.Facts;

/// <summary>Puts facts into the store, and looks whether they are there and locked.</summary>
/// <param name="store">The store.</param>
/// <param name="options">For how long.</param>
/// <param name="time">The clock by which retention is reckoned; the store holds it against its own.</param>
public sealed class FactDepositor(IFactStore store, FactStoreOptions options, TimeProvider time)
{
    /// <summary>
    /// As much as may be missing of the retention that was asked for: this host's clock and the store's differ, and a step that is repeated asks for a little more than the first time. What
    /// is there is never changed: a retention that is too short is a problem to report.
    /// </summary>
    private static readonly TimeSpan Slack = TimeSpan.FromDays(1);

    /// <summary>Puts a fact. Repeating it is harmless: what is there already, with the digest of its key, is what was wanted.</summary>
    /// <exception cref="Cloud.CloudException">The store refused, or did not answer.</exception>
    public async Task<FactDeposit> PutAsync(FactObject fact, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fact);
        if (Encoding.UTF8.GetByteCount(fact.Document) is var length && length > options.LongestDocument)
        {
            // What cannot be read back proves nothing, and what is put cannot be taken away again.
            return new FactDeposit(
                FactDepositOutcome.TooLong,
                null,
                null,
                FormattableString.Invariant($"{fact.Key} has {length:N0} bytes, of which no more than {options.LongestDocument:N0} are read: it was not put into {store.Name}."));
        }

        var until = time.GetUtcNow() + options.Retention;
        var made = await store.PutIfAbsentAsync(fact, until, cancellationToken).ConfigureAwait(false);

        // The first version of a key counts, also where a delete marker was laid over it and the put made another one.
        var key = fact.Key.ToString();
        var first = (await store.ListVersionsAsync(key, cancellationToken).ConfigureAwait(false)).FirstOrDefault(version => version.Key == key && !version.IsDeleteMarker);
        if (first is null)
        {
            return new FactDeposit(FactDepositOutcome.Taken, null, null, $"{key} was put into {store.Name}, which does not list it.");
        }

        // Read back, though it was just put: what cannot be read, or reads otherwise, keeps nothing.
        if (await ProblemOfAsync(fact, first, cancellationToken).ConfigureAwait(false) is { } problem)
        {
            return new FactDeposit(FactDepositOutcome.Taken, first, null, $"{key} in {store.Name} {(first.VersionId == made?.VersionId ? "does not read as it was put" : "is taken by another object")}: {problem}.");
        }

        var outcome = first.VersionId == made?.VersionId ? FactDepositOutcome.Stored : FactDepositOutcome.AlreadyThere;
        var protection = await store.LockOfAsync(first, cancellationToken).ConfigureAwait(false);

        // What was there before is locked from when it came, not from now, and has to be locked still.
        var wanted = outcome == FactDepositOutcome.AlreadyThere && first.StoredAt + options.Retention < until ? first.StoredAt + options.Retention : until;
        return new FactDeposit(outcome, first, protection, ProblemOf(key, protection, wanted));
    }

    private async Task<string?> ProblemOfAsync(FactObject fact, FactVersion version, CancellationToken cancellationToken)
    {
        var content = await store.ReadAsync(version, options.LongestDocument, cancellationToken).ConfigureAwait(false);
        return content is null ? "it is too long" : FactObject.Read(fact.Key, content, options.LongestDocument).Problem;
    }

    private string? ProblemOf(string key, FactLock protection, DateTimeOffset? wanted)
    {
        var now = time.GetUtcNow();
        var needed = wanted - Slack is { } later && later > now ? later : now;
        return protection.HoldsUntil(needed) ? null
            : protection.Mode is null ? $"{key} in {store.Name} is not locked: anybody who may delete versions can delete it."
            : FormattableString.Invariant($"{key} in {store.Name} is locked in {protection.Mode} mode until {protection.Until:yyyy-MM-dd HH:mm} UTC, and not in COMPLIANCE mode until {needed:yyyy-MM-dd HH:mm} UTC.");
    }
}
