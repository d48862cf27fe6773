using Npgsql;
using NpgsqlTypes;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Turns;
using RestoreDrill.Records.Access;

namespace RestoreDrill.Records.Runs;

/// <summary>Whose turn it is. Askers of one kind come one after the other, so that no place is given twice.</summary>
internal static class TurnTable
{
    /// <summary>Runs that are past the first phase have had their turn, whatever version opened them.</summary>
    private const string HasTurn = "(turn_at is not null or phase <> 'waiting-for-turn')";

    /// <summary>Runs that have their turn and need it still: one that only puts into the store of facts what it found has given it back.</summary>
    private const string HoldsTurn = $"{HasTurn} and phase <> 'depositing-facts'";

    /// <summary>To be called inside a transaction.</summary>
    internal static async Task<Turn> TakeAsync(
        NpgsqlConnection connection, RunId id, int places, TimeSpan patience, CancellationToken cancellationToken)
    {
        var kind = StoredWords.RunKinds.Word(id.Kind);
        await using var alone = new NpgsqlCommand("select pg_advisory_xact_lock(hashtext('restoredrill.turn'), hashtext(@kind))", connection);
        await alone.WithText("kind", kind).ExecuteNonQueryAsync(cancellationToken);

        await using var ask = new NpgsqlCommand(
            $"update restoredrill.run set turn_asked_at = clock_timestamp() where id = @id and finished_at is null returning {HasTurn}", connection);
        var has = await ask.WithText("id", id.Value).ExecuteScalarAsync(cancellationToken)
            ?? throw new InvalidOperationException($"Run {id} is not open; it has no turn to wait for.");

        var holders = await ListAsync(connection, kind, $"{HoldsTurn} and id <> @id", "created_at, id", id, patience, cancellationToken);
        if (has is true)
        {
            return new Turn(true, holders, []);
        }

        var waiting = await ListAsync(
            connection,
            kind,
            $"not {HasTurn} and turn_asked_at > clock_timestamp() - @patience",
            """
            asked desc,
            (select max(good.finished_at) from restoredrill.run good
                where good.kind = run.kind and good.database = run.database and good.outcome in ('copied', 'pass')
                    and not exists (select from restoredrill.revocation r where r.copy_arn = good.state ->> 'copyArn' and good.kind = 'drill')) nulls first,
            created_at,
            id
            """,
            id,
            patience,
            cancellationToken);
        var ahead = waiting.TakeWhile(run => run.Id != id).ToList();
        if (holders.Count + ahead.Count >= places)
        {
            return new Turn(false, holders, ahead);
        }

        await using var grant = new NpgsqlCommand("update restoredrill.run set turn_at = clock_timestamp() where id = @id", connection);
        await grant.WithText("id", id.Value).ExecuteNonQueryAsync(cancellationToken);
        return new Turn(true, holders, ahead);
    }

    private static async Task<List<Run>> ListAsync(
        NpgsqlConnection connection, string kind, string condition, string order, RunId id, TimeSpan patience, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"select {RunTable.Columns} from restoredrill.run where kind = @kind and finished_at is null and {condition} order by {order}", connection);
        command.WithText("kind", kind).WithText("id", id.Value).With("patience", NpgsqlDbType.Interval, patience);
        return await command.ReadAllAsync(RunTable.Read, cancellationToken);
    }
}
