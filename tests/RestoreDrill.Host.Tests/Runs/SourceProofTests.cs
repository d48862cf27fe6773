using System.Text.Json.Nodes;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Core.Verdicts;
using RestoreDrill.Host.Reporting;
using RestoreDrill.Host.Runs;
using RestoreDrill.Host.Tests.Fakes;

namespace RestoreDrill.Host.Tests.Runs;

/// <summary>What <c>explain</c> tells of a drill that compared rows with the source's.</summary>
public sealed class SourceProofTests : IDisposable
{
    private static readonly GroupDifference Lost = new(new BlockRange(17, 1), GroupDifferenceKind.RowsMissing, 61, 60);

    private readonly CommandLine _line = new();

    public SourceProofTests()
    {
        RecordedRuns.Record(_line);
        Judge("source-rows");
        _line.Store.Add(
            RecordedRuns.DrillId,
            Read("all_proven", 5000),
            Read("changed", 100),
            Read("empty", 0),
            Read("unlisted", 7),
            Read("view", 9) with { Kind = RelationKind.MaterializedView },
            Read("cache", 900) with { Outcome = ReadingOutcome.NotProtected, Reason = "unlogged" });
        Compared("students", new RelationComparison { Name = Name("students"), RowsProven = 500 });
        Compared("students", new RelationComparison { Name = Name("students"), RowsProven = 400, RowsDiffering = 61, GroupsDiffering = 1, Differences = [Lost] });
        Compared("all_proven", new RelationComparison { Name = Name("all_proven"), RowsProven = 5000 });
        Compared("changed", new RelationComparison { Name = Name("changed"), RowsProven = 60, RowsGone = 20, RowsUnresolved = 5 });
        Compared("view", RelationComparison.Unread(Name("view"), 0, "it was rewritten"));
        Compared("notes", RelationComparison.Unread(Name("notes"), 0, "in the source, permission was denied"));
    }

    public void Dispose() => _line.Dispose();

    [Theory]
    [InlineData("explain-source.txt", false)]
    [InlineData("explain-source-twice.txt", true)]
    public async Task Text_has_every_table_with_what_differs_and_what_is_not_proven_first(string approved, bool twice)
    {
        if (twice)
        {
            Early("all_proven", new RelationComparison { Name = Name("all_proven"), RowsProven = 4990, RowsDiffering = 10, GroupsDiffering = 1, Differences = [Lost] });
            Early("changed", new RelationComparison { Name = Name("changed"), RowsProven = 30 });
        }

        await _line.RunAsync("explain", "d00b");

        var from = _line.Out.IndexOf("Against the source", StringComparison.Ordinal);
        Approved.Equal(approved, _line.Out[from.._line.Out.IndexOf("Databases", StringComparison.Ordinal)]);
    }

    [Fact]
    public async Task Document_counts_only_rows_that_were_read_and_gives_each_part_as_a_share()
    {
        Early("changed", new RelationComparison { Name = Name("changed"), RowsProven = 30, Reasons = ["rows were deleted"] });

        var source = await SourceAsync();

        Assert.Equal((6116, 5960, 61, 95, 3), ((int)source["rows"]!, (int)source["rowsProven"]!, (int)source["rowsDiffering"]!, (int)source["rowsNotJudged"]!, (int)source["rowsNotRead"]!));
        Assert.Equal(5960.0 / 6116, (double)source["provenShare"]!);
        var changed = source["relations"]!.AsArray().Single(static table => (string?)table!["table"] == "courses.public.changed")!;
        Assert.Equal((100, 60, 40, 0.6), ((int)changed["rows"]!, (int)changed["rowsProven"]!, (int)changed["rowsNotJudged"]!, (double)changed["share"]!));
        Assert.Equal("""{"rowsProven":30,"rowsDiffering":0,"rowsNotJudged":70,"places":[],"reasons":["rows were deleted"]}""", changed["before"]!.ToJsonString());
        Assert.Contains("block 17", (string?)source["relations"]![0]!["places"]![0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comparisons_count_for_nothing_where_the_verdict_did_not_use_them()
    {
        Judge("manifest");

        var source = await SourceAsync();

        Assert.Equal((0, "the tag was taken away"), ((int)source["rowsProven"]!, (string?)source["reason"]));
        Assert.All(source["relations"]!.AsArray(), static table => Assert.Contains("the tag was taken away", table!["reasons"]!.AsArray().Select(static reason => (string?)reason)));
    }

    [Fact]
    public async Task Drill_without_findings_has_no_comparison()
    {
        var state = CanonicalJson.Read<DrillState>(RecordedRuns.Drill.State);
        _line.Store.Replace(RecordedRuns.Drill with { State = CanonicalJson.Write(state with { Verdict = new Verdict { Outcome = RunOutcome.Inconclusive, Sentence = "No room." } }) });

        await _line.RunAsync("explain", "d00b", "--output", "json");

        Assert.Null(JsonNode.Parse(_line.Out)!["drill"]!["source"]);
    }

    [Theory]
    [InlineData(0, "and 7 more, all proven")]
    [InlineData(3, "and 7 more, all proven")]
    [InlineData(42, "and 7 more, 2 of them not proven as a whole: `--output json` has all")]
    public void Text_is_cut_and_says_what_it_leaves_out(int young, string says)
    {
        var names = Enumerable.Range(0, 47).Select(static i => Name($"t{i}")).ToList();
        var state = CanonicalJson.Read<DrillState>(RecordedRuns.Drill.State);
        var details = new RunDetails(
            RecordedRuns.Drill,
            null,
            state with { Verdict = state.Verdict! with { Checks = [Check("source-rows")] } },
            [.. names.Select(static name => Read(name.Name, 10))])
        {
            AgainstSource = names.Select((name, i) => new RelationComparison { Name = name, RowsProven = i < young ? 9 : 10 }).ToDictionary(static one => one.Name),
        };

        var report = new Report().Source(SourceProof.Of(details));

        Assert.Equal(SourceReport.ShownAtMost, report.Blocks.OfType<ReportBlock.Table>().Single().Rows.Count);
        Assert.Equal(says, Assert.IsType<ReportBlock.Line>(report.Blocks[^1]).Text.Text);
    }

    [Theory]
    [InlineData(0, new string[0])]
    [InlineData(4, new[] { "it was empty in the source when it was listed: its rows are too young" })]
    public void Relation_that_was_empty_in_the_source_was_read_there(long rows, string[] reasons)
    {
        var state = CanonicalJson.Read<DrillState>(RecordedRuns.Drill.State);
        var details = new RunDetails(RecordedRuns.Drill, null, state with { Verdict = state.Verdict! with { Checks = [Check("source-rows")] } }, [Read("drafts", rows)])
        {
            EmptyInSource = new HashSet<RelationName> { Name("drafts") },
        };

        Assert.Equal(reasons, Assert.Single(SourceProof.Of(details)!.Relations).Reasons);
        Assert.Equal(["not read in the source"], Assert.Single(SourceProof.Of(details with { EmptyInSource = new HashSet<RelationName>() })!.Relations).Reasons);
    }

    private async Task<JsonNode> SourceAsync()
    {
        await _line.RunAsync("explain", "d00b", "--output", "json");
        return JsonNode.Parse(_line.Out)!["drill"]!["source"]!;
    }

    private void Judge(string check)
    {
        var state = CanonicalJson.Read<DrillState>(RecordedRuns.Drill.State);
        _line.Store.Replace(RecordedRuns.Drill with { State = CanonicalJson.Write(state with { Verdict = state.Verdict! with { Checks = [Check(check)] } }) });
    }

    private void Compared(string name, RelationComparison comparison) => Add(name, comparison, ReadingMoment.After);

    private void Early(string name, RelationComparison comparison) => Add(name, comparison, ReadingMoment.Before);

    private void Add(string name, RelationComparison comparison, ReadingMoment moment) =>
        _line.Store.Comparisons.Add(new ComparedRange(new BlockRange(0, 8), comparison with { Name = Name(name) }, moment));

    private static CheckResult Check(string id) => new() { Id = id, Question = "Is it?", Outcome = CheckOutcome.Failed, Expected = "it is", Found = "the tag was taken away" };

    private static RelationName Name(string name) => new("courses", name == "notes" ? "private" : "public", name);

    private static RelationReading Read(string name, long rows) => new() { Name = Name(name), Kind = RelationKind.Table, Outcome = ReadingOutcome.Read, Rows = rows };
}
