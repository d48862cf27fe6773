using Npgsql;
using NpgsqlTypes;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Records.Access;
using RestoreDrill.Records.Runs;

namespace RestoreDrill.Records.Manifests;

/// <summary>Old rows that copy runs have read. The first reading of a range stands.</summary>
internal static class OldRowRanges
{
    internal static async Task AddAsync(NpgsqlConnection connection, RunId run, IReadOnlyList<BlockGroups> ranges, CancellationToken cancellationToken)
    {
        foreach (var range in ranges)
        {
            var groups = range.Outcome == ReadingOutcome.Read ? GroupBytes.Write(RelationGroups.Of(range.Grain, range.Range.End!.Value, [range])) : null;
            await using var command = new NpgsqlCommand(
                """
                insert into restoredrill.old_row_range (run_id, moment, database, schema, name, first_block, blocks, grain, outcome, reason, groups, sha256, took)
                values (@run, @moment, @database, @schema, @name, @first, @blocks, @grain, @outcome, @reason, @groups, @sha256, @took)
                on conflict (run_id, moment, database, schema, name, first_block) do nothing
                """,
                connection);
            command.WithText("run", run.Value)
                .WithText("moment", StoredWords.ReadingMoments.Word(range.Moment))
                .WithText("database", range.Relation.Database)
                .WithText("schema", range.Relation.Schema)
                .WithText("name", range.Relation.Name)
                .With("first", NpgsqlDbType.Bigint, range.Range.First)
                .With("blocks", NpgsqlDbType.Bigint, range.Range.Count)
                .With("grain", NpgsqlDbType.Integer, range.Grain)
                .WithText("outcome", StoredWords.ReadingOutcomes.Word(range.Outcome))
                .WithText("reason", StorableText.Of(range.Reason))
                .With("groups", NpgsqlDbType.Bytea, groups is null ? null : Compressed.Of(groups))
                .WithText("sha256", groups is null ? string.Empty : GroupBytes.Digest(groups))
                .With("took", NpgsqlDbType.Interval, range.Took);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    internal static async Task<IReadOnlyList<OldRowRange>> ListAsync(NpgsqlConnection connection, RunId run, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select database, schema, name, first_block, blocks, grain, outcome, reason, sha256, moment from restoredrill.old_row_range
            where run_id = @run order by database, schema, name, first_block
            """,
            connection);
        command.WithText("run", run.Value);
        var ranges = await command.ReadAllAsync(
            static row => new OldRowRange(
                new RelationName(row.GetString(0), row.GetString(1), row.GetString(2)),
                RangeOf(row, 3),
                row.GetInt32(5),
                StoredWords.ReadingOutcomes.Value(row.GetString(6)),
                row.TextOrNull(7),
                row.GetString(8),
                StoredWords.ReadingMoments.Value(row.GetString(9))),
            cancellationToken);
        return [.. ranges.OrderBy(static range => range.Moment)];
    }

    /// <exception cref="InvalidDataException">Groups do not give the digest that they were stored with.</exception>
    internal static async Task<IReadOnlyList<RelationGroups>> GroupsAsync(
        NpgsqlConnection connection, RunId run, ReadingMoment moment, RelationName relation, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select groups, sha256 from restoredrill.old_row_range
            where run_id = @run and moment = @moment and database = @database and schema = @schema and name = @name and groups is not null order by first_block
            """,
            connection);
        command.WithText("run", run.Value).WithText("moment", StoredWords.ReadingMoments.Word(moment)).WithText("database", relation.Database).WithText("schema", relation.Schema).WithText("name", relation.Name);
        return await command.ReadAllAsync(row => Read(run, relation, Compressed.Bytes(row.GetFieldValue<byte[]>(0)), row.GetString(1)), cancellationToken);
    }

    private static RelationGroups Read(RunId run, RelationName relation, byte[] groups, string sha256) => GroupBytes.Digest(groups) == sha256
        ? GroupBytes.Read(groups)
        : throw new InvalidDataException(
            $"The store's old rows of {relation}, read by run {run}, were changed: they do not give the digest that they were stored with. They prove nothing any more.");

    private static BlockRange RangeOf(NpgsqlDataReader row, int column) => new(row.GetInt64(column), row.IsDBNull(column + 1) ? null : row.GetInt64(column + 1));
}
