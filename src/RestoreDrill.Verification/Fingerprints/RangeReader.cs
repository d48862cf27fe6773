using System.Numerics;
using Npgsql;
using RestoreDrill.Core.Reading;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Fingerprints;

/// <summary>Reads ranges of relations, each in one statement. What the server says about a relation is a reading; what ends the session is thrown.</summary>
internal sealed class RangeReader(long seed, TimeProvider time)
{
    private const string ForeignReason = "foreign table: its rows live on another server, and no snapshot of this one holds them";

    /// <summary>The reading of a relation of which the catalogs have said already that no snapshot holds its rows; null for any other.</summary>
    public static RangeReading? WithoutAsking(ListedRelation relation) => relation.Kind switch
    {
        RelationKind.ForeignTable => Unread(relation, ReadingOutcome.NotProtected, ForeignReason),
        RelationKind.UnloggedTable => Unread(relation, ReadingOutcome.NotProtected, Hindrance.Unlogged),
        _ => null,
    };

    /// <summary>Asks for a relation's shape: either that, or the reading that settles the relation.</summary>
    public async Task<(RelationShape? Shape, RangeReading? Reading)> BeginAsync(Session session, ListedRelation relation, CancellationToken ct)
    {
        var started = time.GetTimestamp();
        try
        {
            var shape = await ShapeQuestion.AskAsync(session, relation.Name, ct);
            var hindrance = Hindrance.Of(shape);
            return (shape, hindrance is null ? null : Unread(relation, hindrance.Outcome, hindrance.Reason));
        }
        catch (PostgresException e)
        {
            return (null, Unread(relation, Hindrance.OutcomeOf(e), ServerWords.Of(e)) with { Took = time.GetElapsedTime(started) });
        }
    }

    /// <summary>Reads a range.</summary>
    /// <param name="session">A session in the relation's database.</param>
    /// <param name="relation">The relation.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="range">The range.</param>
    /// <param name="bytes">How much of the relation's size it stands for.</param>
    /// <param name="ct">Cancels the statement.</param>
    public async Task<RangeReading> ReadAsync(
        Session session, ListedRelation relation, RelationShape shape, BlockRange range, long bytes, CancellationToken ct)
    {
        var started = time.GetTimestamp();
        var where = range == BlockRange.Whole ? string.Empty : $" (reading {range})";
        try
        {
            var rows = await session.RowsAsync(
                $"reading {relation.Name}{where}",
                ImageFormula.Statement(shape, range, seed, session.MajorVersion),
                static row => (Count: row.GetInt64(0), Sum: row.GetFieldValue<BigInteger>(1)),
                ct);
            return new RangeReading
            {
                Relation = relation.Name,
                Range = range,
                Outcome = ReadingOutcome.Read,
                Bytes = bytes,
                Rows = rows[0].Count,
                HashSum = rows[0].Sum,
                Took = time.GetElapsedTime(started),
            };
        }
        catch (PostgresException e)
        {
            return Unread(relation, Hindrance.OutcomeOf(e), ServerWords.Of(e) + where) with { Range = range, Bytes = bytes, Took = time.GetElapsedTime(started) };
        }
    }

    private static RangeReading Unread(ListedRelation relation, ReadingOutcome outcome, string reason) => new()
    {
        Relation = relation.Name, Range = BlockRange.Whole, Outcome = outcome, Bytes = relation.Bytes, Reason = reason,
    };
}
