using System.Numerics;
using System.Runtime.CompilerServices;
using Npgsql;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Verification.Fingerprints;
using RestoreDrill.Verification.Ranges;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.OldRows;

/// <summary>Reads old rows group by group, range by range over several connections.</summary>
internal sealed class OldRowReading(SessionOpener opener, InstanceLogin login, OldRowOrder order, ReaderOptions options, TimeProvider time)
    : IRangeReader<BlockGroups>
{
    // On a source that works a first range has to be short.
    private const int ShareOfFirstRange = 8;

    private readonly Dictionary<RelationName, OldRowTask> tasks = order.Tasks.ToDictionary(static task => task.Relation.Name);

    public async IAsyncEnumerable<BlockGroups> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var wanted = new List<WantedRanges>(order.Tasks.Count);
        foreach (var task in order.Tasks)
        {
            if (task.Relation.Reason is { } reason)
            {
                yield return Unread(task.Relation.Name, ReadingOutcome.NotJudged, reason);
            }
            else
            {
                wanted.Add(new WantedRanges(task.Relation.Name, task.Relation.Bytes, Missing(task), task.Grain));
            }
        }

        var pace = new ReadingPace(order.Connections, order.Statement, order.Stint, Math.Max(1, options.FirstRangeBytes / ShareOfFirstRange), order.DutyCycle);
        await foreach (var groups in new RangeCrew<BlockGroups>(opener, login, this, pace, time).ReadAsync(wanted, ct))
        {
            yield return groups;
        }
    }

    public async Task<(RelationShape? Shape, BlockGroups? Settled)> BeginAsync(Session session, RelationName relation, CancellationToken ct)
    {
        try
        {
            var shape = await ShapeQuestion.AskAsync(session, relation, ct);
            return ByBlocks.Hindrance(shape, session) is { } hindrance ? (shape, Unread(relation, hindrance.Outcome, hindrance.Reason)) : (shape, null);
        }
        catch (PostgresException e)
        {
            return (null, Unread(relation, Hindrance.OutcomeOf(e), ServerWords.Of(e)));
        }
    }

    public async Task<(BlockGroups Reading, TimeSpan? Took)> ReadAsync(Session session, RelationWork work, BlockRange range, CancellationToken ct)
    {
        var grain = tasks[work.Name].Grain;
        var started = time.GetTimestamp();
        try
        {
            var groups = new GroupSum[range.Count!.Value / grain];
            await session.RowsAsync(
                $"reading rows of {work.Name} that are older than the limit ({range})",
                OldRowFormula.Sums(work.Shape!, range.First, range.End!.Value, grain, order.Limit, order.Seed, session.MajorVersion),
                row => groups[(row.GetInt64(0) - range.First) / grain] = new GroupSum(checked((int)row.GetInt64(1)), Modulo(row.GetFieldValue<BigInteger>(2))),
                ct);
            var took = time.GetElapsedTime(started);
            return (new BlockGroups { Relation = work.Name, Range = range, Grain = grain, Outcome = ReadingOutcome.Read, Groups = groups, Took = took }, took);
        }
        catch (PostgresException e)
        {
            var unread = Unread(work.Name, Hindrance.OutcomeOf(e), $"{ServerWords.Of(e)} (reading {range})");
            return (unread with { Range = range, Took = time.GetElapsedTime(started) }, null);
        }
    }

    /// <summary>What was not read, up to the end of the last group.</summary>
    internal static List<BlockRange> Missing(OldRowTask task)
    {
        var end = RelationGroups.CountFor(task.Relation.Blocks, task.Grain) * task.Grain;
        return
        [
            .. BlockRange.Missing(task.Read)
                .Where(range => range.First < end)
                .Select(range => range with { Count = Math.Min(range.End ?? end, end) - range.First }),
        ];
    }

    private static long Modulo(BigInteger sum) => unchecked((long)(ulong)(sum & ulong.MaxValue));

    private BlockGroups Unread(RelationName relation, ReadingOutcome outcome, string reason) => new()
    {
        Relation = relation, Range = BlockRange.Whole, Grain = tasks[relation].Grain, Outcome = outcome, Reason = reason,
    };
}
