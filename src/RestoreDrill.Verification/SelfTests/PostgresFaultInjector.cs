using Npgsql;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.SelfTests;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.SelfTests;

/// <summary>Damages scratch instances over PostgreSQL's protocol, one session per call. Run on PostgreSQL 15; the catalog columns it uses are in 13 to 18.</summary>
public sealed class PostgresFaultInjector(TimeProvider time, ReaderOptions? options = null) : IFaultInjector
{
    private const int TriedAtMost = 40;
    private const int FoundAtMost = 3;

    private readonly SessionOpener opener = new(options ?? new ReaderOptions(), time);

    /// <inheritdoc/>
    public async Task<FaultSearch> FindAsync(OwnScratch scratch, string database, Fault fault, IReadOnlyList<RelationName> tables, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scratch);
        var way = FaultWays.All[fault];
        var found = new List<FaultTarget>();
        string? refusal = null;
        await using var site = await FaultSite.OpenAsync(opener, scratch, database, cancellationToken);
        try
        {
            foreach (var candidate in (await way.ListAsync(site.Session, tables, cancellationToken)).Take(TriedAtMost).TakeWhile(_ => found.Count < FoundAtMost))
            {
                if (fault.ChangesRows() && found.Exists(target => target.Name == candidate.Name))
                {
                    continue;
                }

                try
                {
                    if (await way.TryAsync(site, candidate, cancellationToken) is { } target)
                    {
                        found.Add(target);
                    }
                }
                catch (PostgresException e)
                {
                    refusal = $"{candidate}: {WordsOf(candidate, e)}";
                }
            }
        }
        catch (PostgresException e)
        {
            refusal = $"the catalogs of {database}: {ServerWords.Of(e)}";
        }

        return new FaultSearch(found, refusal);
    }

    /// <inheritdoc/>
    public async Task<string?> DamageAsync(OwnScratch scratch, FaultTarget target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scratch);
        ArgumentNullException.ThrowIfNull(target);
        await using var site = await FaultSite.OpenAsync(opener, scratch, target.Database, cancellationToken);
        try
        {
            return await FaultWays.All[target.Fault].DoAsync(site, target, cancellationToken);
        }
        catch (PostgresException e)
        {
            return WordsOf(target, e);
        }
    }

    // What a server says against a change of a row can hold its values.
    private static string WordsOf(FaultTarget target, PostgresException e) => target.Fault.ChangesRows() ? $"SQLSTATE {e.SqlState}" : ServerWords.Of(e);
}
