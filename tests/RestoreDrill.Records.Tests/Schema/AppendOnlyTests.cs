using Npgsql;
using RestoreDrill.Core.Evidence;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Records.Evidence;
using RestoreDrill.Records.Runs;
using RestoreDrill.Records.Tests.Evidence;
using RestoreDrill.Records.Tests.Store;

namespace RestoreDrill.Records.Tests.Schema;

/// <summary>The tests' user owns the tables.</summary>
public sealed class AppendOnlyTests(StoreServer server) : StoreTest(server)
{
    [Theory]
    [InlineData("update restoredrill.run_event set message = ''")]
    [InlineData("delete from restoredrill.run_event")]
    [InlineData("truncate restoredrill.run_event")]
    [InlineData("update restoredrill.birth_certificate set sha256 = ''")]
    [InlineData("delete from restoredrill.birth_certificate")]
    [InlineData("truncate restoredrill.birth_certificate")]
    [InlineData("update restoredrill.evidence set document = ''")]
    [InlineData("delete from restoredrill.evidence")]
    [InlineData("truncate restoredrill.evidence")]
    [InlineData("update restoredrill.relation_reading set rows = 9")]
    [InlineData("truncate restoredrill.relation_reading")]
    [InlineData("update restoredrill.range_reading set rows = 9")]
    [InlineData("truncate restoredrill.range_reading")]
    [InlineData("update restoredrill.run set outcome = 'pass'")]
    [InlineData("delete from restoredrill.run")]
    [InlineData("truncate restoredrill.run cascade")]
    [InlineData("update restoredrill.run set job = '17'")]
    [InlineData("update restoredrill.incident set message = ''")]
    [InlineData("delete from restoredrill.incident")]
    [InlineData("truncate restoredrill.incident")]
    [InlineData("update restoredrill.sweep set found = 0")]
    [InlineData("truncate restoredrill.sweep")]
    public async Task Change_of_what_is_recorded_is_refused_even_to_the_owner(string sql)
    {
        await FinishDrillAsync();

        var refused = await Assert.ThrowsAsync<PostgresException>(() => SqlAsync(sql));

        Assert.Equal(PostgresErrorCodes.RestrictViolation, refused.SqlState);
        Assert.Contains("is refused", refused.MessageText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readings_of_old_runs_may_be_pruned()
    {
        await FinishDrillAsync();

        await SqlAsync("delete from restoredrill.relation_reading; delete from restoredrill.range_reading");

        Assert.Equal(0L, await ScalarAsync<long>("select count(*) from restoredrill.relation_reading"));
        Assert.Equal(0L, await ScalarAsync<long>("select count(*) from restoredrill.range_reading"));
    }

    [Theory]
    [InlineData("run", "kind", "run_kind_known")]
    [InlineData("run_event", "kind", "run_event_kind_known")]
    [InlineData("relation_reading", "kind", "relation_reading_kind_known")]
    [InlineData("relation_reading", "outcome", "relation_reading_outcome_known")]
    [InlineData("run", "outcome", "run_outcome_known")]
    [InlineData("incident", "kind", "incident_kind_known")]
    public async Task Words_of_the_constraint_are_those_of_the_program(string table, string column, string constraint)
    {
        var words = (table, column) switch
        {
            ("run", "kind") => StoredWords.RunKinds.Words,
            ("run", "outcome") => [.. StoredWords.RunOutcomes.Words, .. StoredWords.RunKinds.Words],
            ("run_event", "kind") => StoredWords.RunEventKinds.Words,
            ("incident", "kind") => StoredWords.IncidentKinds.Words,
            ("relation_reading", "kind") => StoredWords.RelationKinds.Words,
            _ => StoredWords.ReadingOutcomes.Words,
        };

        var listed = await ScalarAsync<string[]>(
            $"""
            select array(
                select (regexp_matches(pg_get_constraintdef(oid), '''([^'']+)''::text', 'g'))[1]
                from pg_constraint where conname = '{constraint}')
            """);

        Assert.Equal(words.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    private async Task FinishDrillAsync()
    {
        var lease = await OpenLeasedAsync();
        await Store.SaveAsync(
            lease,
            Step(conclusion: new RunConclusion(RunOutcome.Fail, "It does not restore.")) with
            {
                Events = [new RunEvent { Phase = "first", Kind = RunEventKind.Failure, Message = "m" }],
                Readings =
                [
                    new RelationReading
                    {
                        Name = new RelationName("d", "s", "t"), Kind = RelationKind.Table, Outcome = ReadingOutcome.Read, Rows = 1, HashSum = 1,
                    },
                ],
                Ranges =
                [
                    new RangeReading
                    {
                        Relation = new RelationName("d", "s", "t"), Range = BlockRange.Whole, Outcome = ReadingOutcome.Read, Bytes = 1, Rows = 1, HashSum = 1,
                    },
                ],
                Pin = Certificates.Of("arn:copy", lease.Run.Id),
                Evidence = new EvidenceRecord(lease.Run.Id, "{}", StoredDocument.Digest("{}")),
            },
            Ct);
    }
}
