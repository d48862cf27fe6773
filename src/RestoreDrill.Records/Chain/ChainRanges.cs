using Npgsql;
using NpgsqlTypes;
using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Records.Access;
using RestoreDrill.Records.Manifests;
using RestoreDrill.Records.Runs;

namespace RestoreDrill.Records.Chain;

/// <summary>What drills have read for the chain. The first reading of a range stands.</summary>
internal static class ChainRanges
{
    internal static async Task AddAsync(NpgsqlConnection connection, RunId run, IReadOnlyList<ChainRange> ranges, CancellationToken cancellationToken)
    {
        foreach (var range in ranges)
        {
            var own = range.Own.Count > 0 ? range.BytesOf(range.Own) : null;
            var young = range.Young.Count > 0 ? range.BytesOf(range.Young) : null;
            await using var command = new NpgsqlCommand(
                """
                insert into restoredrill.chain_range (run_id, database, schema, name, first_block, blocks, grain, outcome, own, young, sha256, comparison, took)
                values (@run, @database, @schema, @name, @first, @blocks, @grain, @outcome, @own, @young, @sha256, @comparison, @took)
                on conflict (run_id, database, schema, name, first_block) do nothing
                """,
                connection);
            command.WithText("run", run.Value)
                .WithText("database", range.Relation.Database)
                .WithText("schema", range.Relation.Schema)
                .WithText("name", range.Relation.Name)
                .With("first", NpgsqlDbType.Bigint, range.Range.First)
                .With("blocks", NpgsqlDbType.Bigint, range.Range.Count)
                .With("grain", NpgsqlDbType.Integer, range.Grain)
                .WithText("outcome", StoredWords.ReadingOutcomes.Word(range.Outcome))
                .With("own", NpgsqlDbType.Bytea, own is null ? null : Compressed.Of(own))
                .With("young", NpgsqlDbType.Bytea, young is null ? null : Compressed.Of(young))
                .WithText("sha256", own is null ? string.Empty : DigestOf(own, young))
                .WithText("comparison", StorableText.OfJson(CanonicalJson.Write(range.Comparison)))
                .With("took", NpgsqlDbType.Interval, range.Took);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    internal static async Task<IReadOnlyList<ChainEntry>> ListAsync(NpgsqlConnection connection, RunId run, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select database, schema, name, first_block, blocks, grain, outcome, sha256, comparison from restoredrill.chain_range
            where run_id = @run order by database, schema, name, first_block
            """,
            connection);
        command.WithText("run", run.Value);
        return await command.ReadAllAsync(
            static row => new ChainEntry(
                new RelationName(row.GetString(0), row.GetString(1), row.GetString(2)),
                RangeOf(row, 3),
                row.GetInt32(5),
                StoredWords.ReadingOutcomes.Value(row.GetString(6)),
                row.GetString(7),
                CanonicalJson.Read<ChainComparison>(row.GetString(8))),
            cancellationToken);
    }

    /// <exception cref="InvalidDataException">Groups do not give the digest that they were stored with.</exception>
    internal static async Task<LinkGroups> GroupsAsync(NpgsqlConnection connection, RunId run, RelationName relation, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select first_block, blocks, grain, own, young, sha256 from restoredrill.chain_range
            where run_id = @run and database = @database and schema = @schema and name = @name and own is not null order by first_block
            """,
            connection);
        command.WithText("run", run.Value).WithText("database", relation.Database).WithText("schema", relation.Schema).WithText("name", relation.Name);
        var parts = await command.ReadAllAsync(
            row =>
            {
                var (own, young) = (Compressed.Bytes(row.GetFieldValue<byte[]>(3)), row.IsDBNull(4) ? null : Compressed.Bytes(row.GetFieldValue<byte[]>(4)));
                return DigestOf(own, young) == row.GetString(5)
                    ? (Range: RangeOf(row, 0), Grain: row.GetInt32(2), Own: GroupBytes.Read(own), Young: young is null ? null : GroupBytes.Read(young))
                    : throw new InvalidDataException(
                        $"The store's row versions of {relation}, read by run {run}, were changed: they do not give the digest that they were stored with. They prove nothing any more.");
            },
            cancellationToken);
        return LinkGroups.Joined([.. parts]);
    }

    /// <summary>A range as <see cref="ListAsync"/> gives it.</summary>
    internal static ChainEntry EntryOf(ChainRange range)
    {
        var own = range.Own.Count > 0 ? range.BytesOf(range.Own) : null;
        var sha256 = own is null ? string.Empty : DigestOf(own, range.Young.Count > 0 ? range.BytesOf(range.Young) : null);
        return new ChainEntry(range.Relation, range.Range, range.Grain, range.Outcome, sha256, range.Comparison);
    }

    /// <summary>The groups of a range that has some, as <see cref="GroupsAsync"/> joins them.</summary>
    internal static (BlockRange Range, int Grain, RelationGroups Own, RelationGroups? Young) GroupsOf(ChainRange range) => (
        range.Range,
        range.Grain,
        GroupBytes.Read(range.BytesOf(range.Own)),
        range.Young.Count > 0 ? GroupBytes.Read(range.BytesOf(range.Young)) : null);

    private static string DigestOf(byte[] own, byte[]? young) => GroupBytes.Digest([.. own, .. young ?? []]);

    private static BlockRange RangeOf(NpgsqlDataReader row, int column) => new(row.GetInt64(column), row.IsDBNull(column + 1) ? null : row.GetInt64(column + 1));
}
