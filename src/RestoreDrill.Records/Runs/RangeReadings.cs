using System.Globalization;
using System.Numerics;
using Npgsql;
using NpgsqlTypes;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Records.Access;

namespace RestoreDrill.Records.Runs;

/// <summary>Ranges of blocks that drills read. The first reading of a range stands.</summary>
internal static class RangeReadings
{
    internal static async Task AddAsync(NpgsqlConnection connection, RunId run, IReadOnlyList<RangeReading> ranges, CancellationToken cancellationToken)
    {
        if (ranges.Count == 0)
        {
            return;
        }

        await using var command = new NpgsqlCommand(
            """
            insert into restoredrill.range_reading (run_id, database, schema, name, first_block, blocks, bytes, rows, hash_sum, took)
            select @run, database, schema, name, first_block, blocks, bytes, rows, hash_sum::numeric, took
            from unnest(@databases, @schemas, @names, @firsts, @counts, @bytes, @rows, @sums, @times) with ordinality
                as added (database, schema, name, first_block, blocks, bytes, rows, hash_sum, took, place)
            order by place
            on conflict (run_id, database, schema, name, first_block) do nothing
            """,
            connection);
        command.WithText("run", run.Value)
            .WithTexts("databases", ranges.Select(static range => range.Relation.Database))
            .WithTexts("schemas", ranges.Select(static range => range.Relation.Schema))
            .WithTexts("names", ranges.Select(static range => range.Relation.Name))
            .With("firsts", NpgsqlDbType.Array | NpgsqlDbType.Bigint, ranges.Select(static range => range.Range.First).ToArray())
            .With("counts", NpgsqlDbType.Array | NpgsqlDbType.Bigint, ranges.Select(static range => range.Range.Count).ToArray())
            .With("bytes", NpgsqlDbType.Array | NpgsqlDbType.Bigint, ranges.Select(static range => range.Bytes).ToArray())
            .With("rows", NpgsqlDbType.Array | NpgsqlDbType.Bigint, ranges.Select(static range => range.Rows).ToArray())
            .WithTexts("sums", ranges.Select(static range => range.HashSum!.Value.ToString(CultureInfo.InvariantCulture)))
            .With("times", NpgsqlDbType.Array | NpgsqlDbType.Interval, ranges.Select(static range => range.Took).ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    internal static async Task<IReadOnlyList<RangeReading>> ListAsync(NpgsqlConnection connection, RunId run, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select database, schema, name, first_block, blocks, bytes, rows, hash_sum::text, took from restoredrill.range_reading
            where run_id = @run
            """,
            connection);
        command.WithText("run", run.Value);
        return await command.ReadAllAsync(Read, cancellationToken);
    }

    private static RangeReading Read(NpgsqlDataReader row) => new()
    {
        Relation = new RelationName(row.GetString(0), row.GetString(1), row.GetString(2)),
        Range = new BlockRange(row.GetInt64(3), row.IsDBNull(4) ? null : row.GetInt64(4)),
        Outcome = ReadingOutcome.Read,
        Bytes = row.GetInt64(5),
        Rows = row.GetInt64(6),
        HashSum = BigInteger.Parse(row.GetString(7), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        Took = row.GetTimeSpan(8),
    };
}
