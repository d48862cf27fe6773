using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Tests.Verdicts;

public sealed class UnpopulatedViewTests
{
    private const string View = "Odd.\"View\"";

    private static readonly CatalogItem Populated = new(CatalogKinds.Populated, "public.\"Odd.\"\"View\"\"\"", "true", "7");

    [Theory]
    [InlineData("false", "false", CheckOutcome.Passed)]
    [InlineData("true", "false", CheckOutcome.NotAvailable)]
    [InlineData("false", "true", CheckOutcome.NotAvailable)]
    [InlineData("true", "true", CheckOutcome.NotAvailable)]
    public void View_that_cannot_be_read_keeps_a_drill_from_passing_unless_it_had_no_rows_in_the_source_either(string before, string after, CheckOutcome outcome)
    {
        var unread = Sample.Reading(View, 0) with { Kind = RelationKind.MaterializedView, Outcome = ReadingOutcome.NotJudged, HashSum = null, Reason = "not populated" };
        var catalogs = CatalogFindings.Of(Of(before), Of(after), Of("false"), new DrillChanges("master"));
        var findings = Blemishes.All with
        {
            Readings = [.. Blemishes.All.Readings, unread],
            Source = Blemishes.All.Source with { Catalogs = [.. Blemishes.All.Source.Catalogs, catalogs] },
        };

        var share = Assert.Single(VerdictRules.Conclude(findings).Verdict.Checks, static check => check.Id == "read-share:courses");

        Assert.Equal(outcome, share.Outcome);
    }

    private static DatabaseCatalog Of(string populated) => new() { Database = "courses", Items = [Populated with { Value = populated }] };
}
