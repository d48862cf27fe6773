using System.Runtime.CompilerServices;
using RestoreDrill.Core.Reading;
using RestoreDrill.Verification.Ranges;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Fingerprints;

/// <summary>Reads every row of relations, range by range over several connections.</summary>
internal sealed class InstanceReading(SessionOpener opener, InstanceLogin login, ReadingOrder order, ReaderOptions options, TimeProvider time)
    : IRangeReader<RangeReading>
{
    private readonly RangeReader reader = new(order.Seed, time);
    private readonly Dictionary<RelationName, ListedRelation> relations = order.Relations.ToDictionary(
        static unread => unread.Relation.Name, static unread => unread.Relation);

    public async IAsyncEnumerable<RangeReading> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var wanted = new List<WantedRanges>(order.Relations.Count);
        foreach (var (relation, read) in order.Relations)
        {
            if (RangeReader.WithoutAsking(relation) is { } reading)
            {
                yield return reading;
            }
            else
            {
                wanted.Add(new WantedRanges(relation.Name, relation.Bytes, BlockRange.Missing(read)));
            }
        }

        var pace = new ReadingPace(order.Options.Connections, order.Options.Statement, order.Stint, options.FirstRangeBytes);
        await foreach (var reading in new RangeCrew<RangeReading>(opener, login, this, pace, time).ReadAsync(wanted, ct))
        {
            yield return reading;
        }
    }

    public Task<(RelationShape? Shape, RangeReading? Settled)> BeginAsync(Session session, RelationName relation, CancellationToken ct) =>
        reader.BeginAsync(session, relations[relation], ct);

    public async Task<(RangeReading Reading, TimeSpan? Took)> ReadAsync(Session session, RelationWork work, BlockRange range, CancellationToken ct)
    {
        var reading = await reader.ReadAsync(session, relations[work.Name], work.Shape!, range, work.BytesOf(range), ct);
        return (reading, reading.Outcome == ReadingOutcome.Read ? reading.Took : null);
    }
}
