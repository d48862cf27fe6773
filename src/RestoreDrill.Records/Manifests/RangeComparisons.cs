using Npgsql;
using NpgsqlTypes;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Records.Access;
using RestoreDrill.Records.Runs;

namespace RestoreDrill.Records.Manifests;

/// <summary>Comparisons of old rows that drills have made. The first one of a range stands.</summary>
internal static class RangeComparisons
{
    internal static async Task AddAsync(NpgsqlConnection connection, RunId run, IReadOnlyList<ComparedRange> comparisons, CancellationToken cancellationToken)
    {
        if (comparisons.Count == 0)
        {
            return;
        }

        await using var command = new NpgsqlCommand(
            """
            insert into restoredrill.range_comparison (run_id, moment, database, schema, name, first_block, blocks, document)
            select @run, * from unnest(@moments, @databases, @schemas, @names, @firsts, @counts, @documents)
            on conflict (run_id, moment, database, schema, name, first_block) do nothing
            """,
            connection);
        command.WithText("run", run.Value)
            .WithTexts("moments", comparisons.Select(static one => StoredWords.ReadingMoments.Word(one.Moment)))
            .WithTexts("databases", comparisons.Select(static one => one.Comparison.Name.Database))
            .WithTexts("schemas", comparisons.Select(static one => one.Comparison.Name.Schema))
            .WithTexts("names", comparisons.Select(static one => one.Comparison.Name.Name))
            .With("firsts", NpgsqlDbType.Array | NpgsqlDbType.Bigint, comparisons.Select(static one => one.Range.First).ToArray())
            .With("counts", NpgsqlDbType.Array | NpgsqlDbType.Bigint, comparisons.Select(static one => one.Range.Count).ToArray())
            .WithTexts("documents", comparisons.Select(static one => StorableText.OfJson(CanonicalJson.Write(one.Comparison))));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    internal static async Task<IReadOnlyList<ComparedRange>> ListAsync(NpgsqlConnection connection, RunId run, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select first_block, blocks, document, moment from restoredrill.range_comparison
            where run_id = @run order by database, schema, name, first_block
            """,
            connection);
        command.WithText("run", run.Value);
        var ranges = await command.ReadAllAsync(
            static row => new ComparedRange(
                new BlockRange(row.GetInt64(0), row.IsDBNull(1) ? null : row.GetInt64(1)), CanonicalJson.Read<RelationComparison>(row.GetString(2)),
                StoredWords.ReadingMoments.Value(row.GetString(3))),
            cancellationToken);
        return [.. ranges.OrderBy(static range => range.Moment)];
    }
}
