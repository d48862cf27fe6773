using Npgsql;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Verdicts;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Checks;

/// <summary>Puts a user's own query, in a transaction that cannot write and within its time limit.</summary>
internal sealed class UserCheckQuestion(SessionOpener opener, InstanceLogin login, TimeProvider time)
{
    public async Task<CheckResult> AskAsync(UserCheck check, DateTimeOffset dataTime, CancellationToken ct)
    {
        var started = time.GetTimestamp();
        var judgement = await JudgeTwiceAsync(check, dataTime, ct);
        return new CheckResult
        {
            Id = check.Id,
            Question = $"Is {check.Name} as expected, asked of database {check.Database} by \"{check.Sql.Trim()}\"?",
            Outcome = judgement.Outcome,
            Expected = check.Expect.ToString(),
            Found = judgement.Found,
            Level = check.Level,
            Took = time.GetElapsedTime(started),
        };
    }

    /// <summary>A statement that ends its own session, as one that calls <c>pg_terminate_backend</c> for itself, would be asked for ever: it is told from a server that is away.</summary>
    private async Task<Judgement> JudgeTwiceAsync(UserCheck check, DateTimeOffset dataTime, CancellationToken ct)
    {
        for (var again = false; ; again = true)
        {
            try
            {
                return await JudgeAsync(check, dataTime, ct);
            }
            catch (InstanceUnreachableException e)
            {
                if (!await AnswersAsync(check.Database, ct))
                {
                    throw;
                }
                if (again)
                {
                    var words = e.InnerException is PostgresException said ? ServerWords.Of(said) : e.InnerException?.Message;
                    return new Judgement(CheckOutcome.Errored, $"its session ended, twice, while the server answers others ({words}); see what the statement calls");
                }
            }
        }
    }

    private async Task<bool> AnswersAsync(string database, CancellationToken ct)
    {
        try
        {
            await using var session = await opener.OpenAsync(login, database, SessionPurpose.Checking, ct);
            await session.ExecuteAsync("asking whether the server answers", "SELECT 1", ct);
            return true;
        }
        catch (InstanceUnreachableException)
        {
            return false;
        }
    }

    private async Task<Judgement> JudgeAsync(UserCheck check, DateTimeOffset dataTime, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(check.Sql))
        {
            return new Judgement(CheckOutcome.Errored, "no statement; a check is a query");
        }
        try
        {
            await using var session = await opener.OpenAsync(login, check.Database, SessionPurpose.Checking, check.Timeout, ct);
            if (await session.GuardAsync($"preparing the check \"{check.Name}\"", () => SingleStatement.ObjectionAsync(session, check.Sql, ct), ct) is { } objection)
            {
                return new Judgement(CheckOutcome.Errored, objection);
            }

            var answer = await session.GuardAsync($"asking the check \"{check.Name}\"", () => AnswerAsync(session, check, ct), ct);
            return AnswerJudge.Judge(answer, check.Expect, dataTime);
        }
        catch (InstanceUnreachableException e) when (ServerWords.IsAboutDatabase(e))
        {
            return new Judgement(CheckOutcome.Errored, e.Message);
        }
        catch (NotSupportedException)
        {
            return new Judgement(CheckOutcome.Errored, SingleStatement.NoQuery);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.QueryCanceled)
        {
            return new Judgement(CheckOutcome.TimedOut, $"no answer within {check.Timeout:c} ({ServerWords.Of(e)})");
        }
        catch (PostgresException e)
        {
            return new Judgement(CheckOutcome.Errored, ServerWords.Of(e));
        }
    }

    private static async Task<Answer> AnswerAsync(Session session, UserCheck check, CancellationToken ct)
    {
        await using (var begin = new NpgsqlCommand("BEGIN READ ONLY", session.Connection))
        {
            await begin.ExecuteNonQueryAsync(ct);
        }
        await using var command = new NpgsqlCommand(check.Sql, session.Connection)
        {
            AllResultTypesAreUnknown = true,
            CommandTimeout = session.CommandSeconds,
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await ReadAsync(command, reader, ct);
    }

    private static async Task<Answer> ReadAsync(NpgsqlCommand command, NpgsqlDataReader reader, CancellationToken ct)
    {
        if (reader.FieldCount == 0)
        {
            return new Answer(0, 0, "", null);
        }
        var type = reader.GetDataTypeName(0);
        if (!await reader.ReadAsync(ct))
        {
            return new Answer(reader.FieldCount, 0, type, null);
        }
        var text = await reader.IsDBNullAsync(0, ct) ? null : reader.GetString(0);
        var rows = 1;
        if (await reader.ReadAsync(ct))
        {
            rows = 2;
            // Closing a reader reads what is left, and that may be the whole table.
            command.Cancel();
        }
        return new Answer(reader.FieldCount, rows, type, text);
    }
}
