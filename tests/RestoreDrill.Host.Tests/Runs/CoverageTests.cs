using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Reading;
using RestoreDrill.Host.Reporting;
using RestoreDrill.Host.Running;
using RestoreDrill.Host.Runs;
using RestoreDrill.Host.Tests.Fakes;

namespace RestoreDrill.Host.Tests.Runs;

public sealed class CoverageTests
{
    [Fact]
    public void Only_a_database_that_was_read_is_called_empty()
    {
        var text = Drill(
            [Reading("empty", "a", ReadingOutcome.Read, 0), Reading("closed", "a", ReadingOutcome.NotJudged, 0), Reading("damaged", "a", ReadingOutcome.Damaged, 7),
             Reading("partly", "a", ReadingOutcome.Read, 10), Reading("partly", "b", ReadingOutcome.NotJudged, 0)],
            new ListedRelation(new("waiting", "public", "a"), RelationKind.Table, 5, 8192));

        Assert.Contains("\nempty     1 of 1          0          0                empty\n", text, StringComparison.Ordinal);
        Assert.Contains("\nclosed    0 of 1          0          unknown          not judged\n", text, StringComparison.Ordinal);
        Assert.Contains("\ndamaged   0 of 1          0          7                not judged\n", text, StringComparison.Ordinal);
        Assert.Contains("\npartly    1 of 2          10         unknown          at most 100.0 %\n", text, StringComparison.Ordinal);
        Assert.Contains("\nwaiting   0 of 1          0          5                not judged\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_that_was_never_analysed_has_an_unknown_number_of_rows()
    {
        var text = Drill([Reading("closed", "a", ReadingOutcome.NotJudged, 0), Reading("closed", "b", ReadingOutcome.NotJudged, 4)]);

        Assert.Matches(@"closed\.public\.a +unknown +not judged", text);
        Assert.Matches(@"closed\.public\.b +about 4 +not judged", text);
        Assert.Matches(@"closed +0 of 2 +0 +4 and unknown +not judged", text);
    }

    private static string Drill(IReadOnlyList<RelationReading> readings, params ListedRelation[] unread)
    {
        var databases = readings.Select(static reading => reading.Name.Database).Concat(unread.Select(static relation => relation.Name.Database)).Distinct();
        var state = CanonicalJson.Read<DrillState>(RecordedRuns.Drill.State) with
        {
            Inventory = new InstanceInventory([.. databases.Select(static name => new ListedDatabase(name, DatabaseReach.Verified))], unread, [], []),
        };
        var details = new RunDetails(RecordedRuns.Drill, null, state, readings);
        using var text = new StringWriter();
        PlainReportWriter.Write(ExplanationReport.Of(new Explanation(details, [], [], null), CommandLine.Now, ShellCommand.Of), text);
        return text.ToString();
    }

    private static RelationReading Reading(string database, string table, ReadingOutcome outcome, long rows) =>
        new() { Name = new(database, "public", table), Kind = RelationKind.Table, Outcome = outcome, Rows = rows };
}
