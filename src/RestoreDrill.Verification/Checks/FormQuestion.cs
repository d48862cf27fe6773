using System.Data;
using Npgsql;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Checks;

/// <summary>
/// Has a server analyse a user's query and describe its answer: Parse and Describe of the extended query protocol, without Bind and Execute. Tables that it names
/// are locked ACCESS SHARE until the analysis is over; nothing is planned and nothing runs.
/// </summary>
internal sealed class FormQuestion(SessionOpener opener, InstanceLogin login)
{
    public async Task<CheckForm> AskAsync(UserCheck check, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(check.Sql))
        {
            return new CheckForm(false, "no statement; a check is a query");
        }

        try
        {
            await using var session = await opener.OpenAsync(login, check.Database, SessionPurpose.Checking, ct);
            if (await session.GuardAsync($"preparing the check \"{check.Name}\"", () => SingleStatement.ObjectionAsync(session, check.Sql, ct), ct) is { } incomplete)
            {
                return new CheckForm(false, incomplete);
            }

            var (columns, type) = await session.GuardAsync($"describing the check \"{check.Name}\"", () => DescribeAsync(session, check.Sql, ct), ct);
            return AnswerJudge.Objection(columns, type, check.Expect) is { } objection
                ? new CheckForm(false, objection)
                : new CheckForm(true, columns == 1 ? $"1 column of type {type}" : $"{columns} columns");
        }
        catch (InstanceUnreachableException e) when (ServerWords.IsAboutDatabase(e))
        {
            return new CheckForm(false, e.Message);
        }
        catch (NotSupportedException)
        {
            return new CheckForm(false, SingleStatement.NoQuery);
        }
        catch (PostgresException e)
        {
            return new CheckForm(false, ServerWords.Of(e));
        }
    }

    private static async Task<(int Columns, string Type)> DescribeAsync(Session session, string sql, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(session.Connection) { BatchCommands = { new NpgsqlBatchCommand(sql) } };
        await using var reader = await batch.ExecuteReaderAsync(CommandBehavior.SchemaOnly, ct);
        return reader.FieldCount == 0 ? (0, "") : (reader.FieldCount, reader.GetDataTypeName(0));
    }
}
