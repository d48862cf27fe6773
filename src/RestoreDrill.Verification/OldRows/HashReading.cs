using System.Runtime.CompilerServices;
using Npgsql;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Verification.Fingerprints;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.OldRows;

/// <summary>Reads the hashes of old rows of some groups of one relation, many groups in one statement.</summary>
internal sealed class HashReading(SessionOpener opener, InstanceLogin login, RelationName relation, int grain, OldRowLimit limit, long seed)
{
    // A block has 291 rows at most, so a statement gives no more than 150 000 hashes.
    private const int BlocksOfStatement = 512;

    public async IAsyncEnumerable<GroupHashes> ReadAsync(IReadOnlyList<long> groups, [EnumeratorCancellation] CancellationToken ct)
    {
        if (groups.Count == 0)
        {
            yield break;
        }

        await using var session = await opener.OpenAsync(login, relation.Database, SessionPurpose.Reading, ct);
        var (shape, refusal) = await BeginAsync(session, groups[0], ct);
        if (refusal is not null)
        {
            yield return refusal;
            yield break;
        }

        foreach (var some in groups.Chunk(Math.Max(1, BlocksOfStatement / grain)))
        {
            var read = await ReadAsync(session, shape!, some, ct);
            foreach (var group in read)
            {
                yield return group;
            }

            if (read[^1].Outcome != ReadingOutcome.Read)
            {
                yield break;
            }
        }
    }

    private async Task<(RelationShape? Shape, GroupHashes? Refusal)> BeginAsync(Session session, long first, CancellationToken ct)
    {
        try
        {
            var shape = await ShapeQuestion.AskAsync(session, relation, ct);
            return (shape, ByBlocks.Hindrance(shape, session) is { } hindrance ? Unread(first, hindrance.Outcome, hindrance.Reason) : null);
        }
        catch (PostgresException e)
        {
            return (null, Unread(first, Hindrance.OutcomeOf(e), ServerWords.Of(e)));
        }
    }

    private async Task<IReadOnlyList<GroupHashes>> ReadAsync(Session session, RelationShape shape, long[] groups, CancellationToken ct)
    {
        try
        {
            var hashes = new Dictionary<long, long[]>(groups.Length);
            await session.RowsAsync(
                $"reading rows of {relation}, one by one",
                OldRowFormula.Hashes(shape, groups.Select(group => group * grain), grain, limit, seed, session.MajorVersion),
                row => hashes[row.GetInt64(0) / grain] = row.IsDBNull(1) ? [] : row.GetFieldValue<long[]>(1),
                ct);
            return [.. groups.Select(group => new GroupHashes { Group = group, Outcome = ReadingOutcome.Read, Hashes = hashes[group] })];
        }
        catch (PostgresException e)
        {
            return [Unread(groups[0], Hindrance.OutcomeOf(e), ServerWords.Of(e))];
        }
    }

    private static GroupHashes Unread(long group, ReadingOutcome outcome, string reason) => new() { Group = group, Outcome = outcome, Reason = reason };
}
