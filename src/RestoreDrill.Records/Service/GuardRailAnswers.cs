using Npgsql;
using RestoreDrill.Core.GuardRails;
using RestoreDrill.Core.Runs;
using RestoreDrill.Records.Access;
using RestoreDrill.Records.Runs;

namespace RestoreDrill.Records.Service;

/// <summary>What looks at the guard rails gave.</summary>
internal static class GuardRailAnswers
{
    internal static async Task<int> RecordAsync(NpgsqlConnection connection, IReadOnlyList<GuardRailAnswer> answers, RunId? run, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into restoredrill.guard_rail_answer (looked_at, run_id, rail, database, state, found)
            select statement_timestamp(), @run, answer.rail, answer.database, answer.state, answer.found
            from unnest(@rails, @databases, @states, @founds) with ordinality as answer (rail, database, state, found, place)
            order by answer.place
            """,
            connection);
        command.WithText("run", run?.Value)
            .WithTexts("rails", answers.Select(static answer => answer.Rail))
            .WithTexts("databases", answers.Select(static answer => answer.Database))
            .WithTexts("states", answers.Select(static answer => StoredWords.GuardRailStates.Word(answer.State)))
            .WithTexts("founds", answers.Select(static answer => StorableText.Of(answer.Found)));
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    internal static async Task<IReadOnlyList<RecordedAnswer>> LatestAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select distinct on (rail, database) looked_at, run_id, rail, state, found, database
            from restoredrill.guard_rail_answer
            order by rail, database, sequence desc
            """,
            connection);
        return await command.ReadAllAsync(
            static row => new RecordedAnswer(
                row.GetFieldValue<DateTimeOffset>(0),
                row.TextOrNull(1) is { } run ? RunId.Parse(run) : null,
                new GuardRailAnswer(row.GetString(2), StoredWords.GuardRailStates.Value(row.GetString(3)), row.GetString(4)) { Database = row.TextOrNull(5) }),
            cancellationToken);
    }
}
