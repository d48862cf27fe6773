using System.Numerics;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Records.Tests.Evidence;
using RestoreDrill.Records.Tests.Store;

namespace RestoreDrill.Records.Tests.Runs;

public sealed class HistoryTests(StoreServer server) : StoreTest(server)
{
    [Fact]
    public async Task Readings_come_back_in_order_of_name_with_every_field()
    {
        var lease = await OpenLeasedAsync();
        RelationReading[] readings =
        [
            Reading("бд", "схема", "таблица \"quoted\" 🙂") with { HashSum = Certificates.Huge, Took = new TimeSpan(40, 1, 2, 3, 4, 5) },
            Reading("a", "s", "negative") with { HashSum = -Certificates.Huge, Rows = long.MaxValue },
            Reading("a", "s", "empty") with { HashSum = BigInteger.Zero, Rows = 0 },
            .. Enum.GetValues<RelationKind>().Select(static kind => Reading("k", "s", kind.ToString()) with { Kind = kind }),
            .. Enum.GetValues<ReadingOutcome>().Select(
                static outcome => Reading("o", "s", outcome.ToString()) with { Outcome = outcome, Reason = "because ж", HashSum = null }),
        ];

        await Store.SaveAsync(lease, Step() with { Readings = readings }, Ct);

        Assert.Equal(readings.OrderBy(static reading => reading.Name, RelationName.Order), await Store.ReadingsAsync(lease.Run.Id, Ct));
    }

    [Fact]
    public async Task Reading_of_a_relation_again_leaves_the_first_standing()
    {
        var lease = await OpenLeasedAsync();
        var first = Reading("a", "s", "t");

        await Store.SaveAsync(lease, Step() with { Readings = [first, first with { Rows = 6 }] }, Ct);
        await Store.SaveAsync(lease, Step() with { Readings = [first with { Rows = 7 }, Reading("a", "s", "u")] }, Ct);

        Assert.Equal([first, Reading("a", "s", "u")], await Store.ReadingsAsync(lease.Run.Id, Ct));
    }

    [Fact]
    public async Task Databases_known_to_hold_rows_are_those_of_the_latest_passing_drill()
    {
        await DrillAsync(RunOutcome.Pass, Reading("old", "s", "t"));
        await DrillAsync(
            RunOutcome.Pass,
            Reading("курсы", "s", "t"),
            Reading("курсы", "s", "u"),
            Reading("billing", "s", "t"),
            Reading("empty", "s", "t") with { Rows = 0 },
            Reading("unread", "s", "t") with { Outcome = ReadingOutcome.NotJudged, HashSum = null, Reason = "no rights" });
        await DrillAsync(RunOutcome.Fail, Reading("failed", "s", "t"));
        await OpenLeasedAsync();

        Assert.Equal(["billing", "курсы"], await Store.DatabasesKnownToHoldRowsAsync("courses", Ct));
        Assert.Empty(await Store.DatabasesKnownToHoldRowsAsync("another", Ct));
    }

    private async Task DrillAsync(RunOutcome outcome, params RelationReading[] readings)
    {
        var lease = await OpenLeasedAsync();
        await Store.SaveAsync(lease, Step(conclusion: new RunConclusion(outcome, "Done.")) with { Readings = readings }, Ct);
    }

    private static RelationReading Reading(string database, string schema, string name) => new()
    {
        Name = new RelationName(database, schema, name), Kind = RelationKind.Table, Outcome = ReadingOutcome.Read, Rows = 5, HashSum = 17,
    };
}
