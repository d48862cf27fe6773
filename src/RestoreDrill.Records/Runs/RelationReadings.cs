using System.Globalization;
using System.Numerics;
using Npgsql;
using NpgsqlTypes;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Records.Access;
using RestoreDrill.Records.Chain;

namespace RestoreDrill.Records.Runs;

/// <summary>What drills read. The first reading of a relation stands.</summary>
internal static class RelationReadings
{
    internal static async Task AddAsync(
        NpgsqlConnection connection, RunId run, IReadOnlyList<RelationReading> readings, CancellationToken cancellationToken)
    {
        if (readings.Count == 0)
        {
            return;
        }

        await using var command = new NpgsqlCommand(
            """
            insert into restoredrill.relation_reading (run_id, database, schema, name, kind, outcome, rows, hash_sum, reason, took)
            select @run, database, schema, name, kind, outcome, rows, hash_sum::numeric, reason, took
            from unnest(@databases, @schemas, @names, @kinds, @outcomes, @rows, @sums, @reasons, @times) with ordinality
                as added (database, schema, name, kind, outcome, rows, hash_sum, reason, took, place)
            order by place
            on conflict (run_id, database, schema, name) do nothing
            """,
            connection);
        command.WithText("run", run.Value)
            .WithTexts("databases", readings.Select(static reading => reading.Name.Database))
            .WithTexts("schemas", readings.Select(static reading => reading.Name.Schema))
            .WithTexts("names", readings.Select(static reading => reading.Name.Name))
            .WithTexts("kinds", readings.Select(static reading => StoredWords.RelationKinds.Word(reading.Kind)))
            .WithTexts("outcomes", readings.Select(static reading => StoredWords.ReadingOutcomes.Word(reading.Outcome)))
            .With("rows", NpgsqlDbType.Array | NpgsqlDbType.Bigint, readings.Select(static reading => reading.Rows).ToArray())
            .WithTexts("sums", readings.Select(static reading => reading.HashSum?.ToString(CultureInfo.InvariantCulture)))
            .WithTexts("reasons", readings.Select(static reading => StorableText.Of(reading.Reason)))
            .With("times", NpgsqlDbType.Array | NpgsqlDbType.Interval, readings.Select(static reading => reading.Took).ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>In <see cref="RelationName.Order"/>.</summary>
    internal static async Task<IReadOnlyList<RelationReading>> ListAsync(
        NpgsqlConnection connection, RunId run, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select database, schema, name, kind, outcome, rows, hash_sum::text, reason, took from restoredrill.relation_reading
            where run_id = @run
            """,
            connection);
        command.WithText("run", run.Value);
        var readings = await command.ReadAllAsync(Read, cancellationToken);
        readings.Sort(static (left, right) => RelationName.Order.Compare(left.Name, right.Name));
        return readings;
    }

    internal static async Task<IReadOnlyList<string>> DatabasesHoldingRowsAsync(
        NpgsqlConnection connection, string database, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select distinct database from restoredrill.relation_reading
            where outcome = @read and rows > 0 and run_id = (
                select id from restoredrill.run
                where kind = @drill and database = @database and outcome = @pass and {Revocations.Stands}
                order by finished_at desc, id desc
                limit 1)
            """,
            connection);
        command.WithText("read", StoredWords.ReadingOutcomes.Word(ReadingOutcome.Read))
            .WithText("drill", StoredWords.RunKinds.Word(RunKind.Drill))
            .WithText("pass", StoredWords.RunOutcomes.Word(RunOutcome.Pass))
            .WithText("database", database);
        var names = await command.ReadAllAsync(static row => row.GetString(0), cancellationToken);
        names.Sort(StringComparer.Ordinal);
        return names;
    }

    private static RelationReading Read(NpgsqlDataReader row) => new()
    {
        Name = new RelationName(row.GetString(0), row.GetString(1), row.GetString(2)),
        Kind = StoredWords.RelationKinds.Value(row.GetString(3)),
        Outcome = StoredWords.ReadingOutcomes.Value(row.GetString(4)),
        Rows = row.GetInt64(5),
        HashSum = row.TextOrNull(6) is { } sum ? BigInteger.Parse(sum, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : null,
        Reason = row.TextOrNull(7),
        Took = row.GetTimeSpan(8),
    };
}
