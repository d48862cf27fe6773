using System.Numerics;
using System.Runtime.CompilerServices;
using Npgsql;
using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Verification.Fingerprints;
using RestoreDrill.Verification.OldRows;
using RestoreDrill.Verification.Ranges;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Chain;

/// <summary>Reads row versions group by group, range by range over several connections.</summary>
internal sealed class ChainReading(SessionOpener opener, InstanceLogin login, ChainOrder order, ReaderOptions options, TimeProvider time)
    : IRangeReader<ChainGroups>
{
    private readonly Dictionary<RelationName, OldRowTask> tasks = order.Tasks.ToDictionary(static task => task.Relation.Name);

    public async IAsyncEnumerable<ChainGroups> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var wanted = order.Tasks.Select(static task => new WantedRanges(task.Relation.Name, task.Relation.Bytes, OldRowReading.Missing(task), task.Grain)).ToList();
        var pace = new ReadingPace(order.Connections, order.Statement, order.Stint, options.FirstRangeBytes);
        await foreach (var groups in new RangeCrew<ChainGroups>(opener, login, this, pace, time).ReadAsync(wanted, ct))
        {
            yield return groups;
        }
    }

    public async Task<(RelationShape? Shape, ChainGroups? Settled)> BeginAsync(Session session, RelationName relation, CancellationToken ct)
    {
        try
        {
            var shape = await ShapeQuestion.AskAsync(session, relation, ct);
            return ByBlocks.Hindrance(shape, session) is { } hindrance ? (shape, Unread(relation, Rest(relation), hindrance.Outcome, hindrance.Reason)) : (shape, null);
        }
        catch (PostgresException e)
        {
            return (null, Unread(relation, Rest(relation), Hindrance.OutcomeOf(e), ServerWords.Of(e)));
        }
    }

    public async Task<(ChainGroups Reading, TimeSpan? Took)> ReadAsync(Session session, RelationWork work, BlockRange range, CancellationToken ct)
    {
        var grain = tasks[work.Name].Grain;
        var started = time.GetTimestamp();
        try
        {
            var sums = order.Limits.Select(_ => new GroupSum[range.Count!.Value / grain]).ToList();
            await session.RowsAsync(
                $"reading row versions of {work.Name} ({range})",
                ChainFormula.Sums(work.Shape!, range.First, range.End!.Value, grain, order.Limits, order.Seed, session.MajorVersion),
                row =>
                {
                    var group = (row.GetInt64(0) - range.First) / grain;
                    for (var i = 0; i < sums.Count; i++)
                    {
                        sums[i][group] = new GroupSum(checked((int)row.GetInt64(1 + (2 * i))), Modulo(row.GetFieldValue<BigInteger>(2 + (2 * i))));
                    }

                    return group;
                },
                ct);
            var took = time.GetElapsedTime(started);
            return (new ChainGroups { Relation = work.Name, Range = range, Grain = grain, Outcome = ReadingOutcome.Read, Sums = sums, Took = took }, took);
        }
        catch (PostgresException e)
        {
            return (Unread(work.Name, range, Hindrance.OutcomeOf(e), $"{ServerWords.Of(e)} (reading {range})") with { Took = time.GetElapsedTime(started) }, null);
        }
    }

    private static long Modulo(BigInteger sum) => unchecked((long)(ulong)(sum & ulong.MaxValue));

    /// <summary>From the first block that was not read on.</summary>
    private BlockRange Rest(RelationName relation) => OldRowReading.Missing(tasks[relation])[0] with { Count = null };

    private ChainGroups Unread(RelationName relation, BlockRange range, ReadingOutcome outcome, string reason) => new()
    {
        Relation = relation, Range = range, Grain = tasks[relation].Grain, Outcome = outcome, Reason = reason,
    };
}
