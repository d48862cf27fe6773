using System.Numerics;
using Npgsql;
using RestoreDrill.Core.Reading;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Fingerprints;

/// <summary>Reads every row of one relation.</summary>
internal sealed class RelationReader(SessionOpener opener, InstanceLogin login, TimeProvider time)
{
    private const string UnloggedReason = "unlogged: its rows are not in the write-ahead log, and a restore leaves it empty";
    private const string ForeignReason = "foreign table: its rows live on another server, and no snapshot of this one holds them";

    public async Task<RelationReading> ReadAsync(ListedRelation relation, long seed, CancellationToken ct)
    {
        var started = time.GetTimestamp();
        var reading = await ReadUntimedAsync(relation, seed, ct);
        return reading with { Took = time.GetElapsedTime(started) };
    }

    private async Task<RelationReading> ReadUntimedAsync(ListedRelation relation, long seed, CancellationToken ct)
    {
        if (relation.Kind is RelationKind.ForeignTable or RelationKind.UnloggedTable)
        {
            return Without(relation, ReadingOutcome.NotProtected, relation.Kind is RelationKind.ForeignTable ? ForeignReason : UnloggedReason);
        }
        await using var session = await opener.OpenAsync(login, relation.Name.Database, SessionPurpose.Reading, ct);
        try
        {
            var shape = await ShapeQuestion.AskAsync(session, relation.Name, ct);
            return shape switch
            {
                null => Without(relation, ReadingOutcome.NotJudged, "it was listed, and is not there any more"),
                { IsUnlogged: true } => Without(relation, ReadingOutcome.NotProtected, UnloggedReason),
                { IsPopulated: false } => Without(relation, ReadingOutcome.NotJudged, "the materialised view is not populated: it has no rows until it is refreshed"),
                { DamageHidingSetting: { } setting } => Without(
                    relation, ReadingOutcome.NotJudged, $"{setting} is on: the server would skip or pass over damaged pages silently"),
                _ => await ReadRowsAsync(session, relation, shape, seed, ct),
            };
        }
        catch (PostgresException e)
        {
            return Without(relation, ServerWords.SaysDamaged(e) ? ReadingOutcome.Damaged : ReadingOutcome.NotJudged, ServerWords.Of(e));
        }
    }

    private static async Task<RelationReading> ReadRowsAsync(Session session, ListedRelation relation, RelationShape shape, long seed, CancellationToken ct)
    {
        var rows = await session.RowsAsync(
            $"reading {relation.Name}",
            ImageFormula.Statement(shape, seed, session.MajorVersion),
            static row => (Count: row.GetInt64(0), Sum: row.GetFieldValue<BigInteger>(1)),
            ct);
        return new RelationReading
        {
            Name = relation.Name, Kind = relation.Kind, Outcome = ReadingOutcome.Read, Rows = rows[0].Count, HashSum = rows[0].Sum,
        };
    }

    private static RelationReading Without(ListedRelation relation, ReadingOutcome outcome, string reason) => new()
    {
        Name = relation.Name, Kind = relation.Kind, Outcome = outcome, Rows = relation.EstimatedRows, Reason = reason,
    };
}
