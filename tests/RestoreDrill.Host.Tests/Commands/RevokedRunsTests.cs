using System.Text.Json.Nodes;
using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.SelfTests;
using RestoreDrill.Host.Commands;
using RestoreDrill.Host.Tests.Fakes;

namespace RestoreDrill.Host.Tests.Commands;

/// <summary>What <c>explain</c> and <c>runs</c> tell of a drill that passed, compared with earlier copies and tested itself, and whose copy was revoked since.</summary>
public sealed class RevokedRunsTests : IDisposable
{
    private static readonly RelationName Students = new("courses", "public", "students");

    private readonly CommandLine _line = new();

    public RevokedRunsTests()
    {
        RecordedRuns.Record(_line);
        _line.Store.Replace(RecordedRuns.Drill with { State = CanonicalJson.Write(Tested(Chained(CanonicalJson.Read<DrillState>(RecordedRuns.Drill.State)))) });
        _line.Store.Chain.Add(Entry(0, new ChainComparison { Name = Students, RowsProven = 900, RowsMoved = 40 }));
        _line.Store.Chain.Add(Entry(8, new ChainComparison
        {
            Name = Students, RowsProven = 20, RowsYounger = 40, GroupsContradicting = 1, Contradictions = [new ChainContradiction(new BlockRange(9, 1), 61, 60)],
        }));
        _line.Store.Revocations.Add(RecordedRuns.Revocation());
        _line.Store.Revocations.Add(RecordedRuns.Revocation("rd-copy-acme-c00another00"));
    }

    public void Dispose() => _line.Dispose();

    [Theory]
    [InlineData("runs-revoked.txt", "runs")]
    [InlineData("explain-revoked.txt", "explain", "d00b")]
    public async Task Output_is_as_approved_and_the_exit_code_is_that_of_every_look(string approved, params string[] arguments)
    {
        Assert.Equal(ExitCodes.Ok, await _line.RunAsync(arguments));

        Approved.Equal(approved, _line.OutWithoutConfig);
        Assert.Equal("", _line.Error);
    }

    [Theory]
    [InlineData("d00bbbbbbbb1", "pass")]
    [InlineData("c00aaaaaaaa1", "copied")]
    public async Task Document_keeps_the_outcome_and_says_who_revoked_the_proof_when_and_why(string run, string outcome)
    {
        await _line.RunAsync("explain", run, "--output", "json");

        var document = JsonNode.Parse(_line.Out)!["run"]!;
        Assert.Equal(outcome, (string?)document["outcome"]);
        Assert.Equal(
            """{"at":"2026-03-01T11:40:00+00:00","foundBy":"d00bbbbbbbb2","copy":"rd-copy-acme-c00aaaaaaaa1","drill":"d00bbbbbbbb1","earlierCopy":"rd-copy-acme-c00aaaaaaaa0","laterCopy":"rd-copy-acme-c00aaaaaaaa2","places":["courses.public.students, block 17: 61 rows are in the copies before and after it, only 60 in it"]}""",
            document["revocation"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        await _line.RunAsync("runs", "--output", "json");
        Assert.All(JsonNode.Parse(_line.Out)!["runs"]!.AsArray(), static listed => Assert.Equal("d00bbbbbbbb2", (string?)listed!["revocation"]!["foundBy"]));
    }

    [Fact]
    public async Task Document_of_a_drill_has_what_it_compared_and_how_it_tested_itself()
    {
        await _line.RunAsync("explain", "d00b", "--output", "json");

        var drill = JsonNode.Parse(_line.Out)!["drill"]!;
        var chain = drill["chain"]!;
        Assert.Equal(("rd-copy-acme-c00base00000", "d00base00000"), ((string?)chain["base"]!["copy"], (string?)chain["base"]!["drill"]));
        Assert.Equal((920, 80, 1), ((int?)chain["rowsProven"], (int?)chain["rowsNotJudged"], (int?)chain["contradictions"]));
        Assert.Equal((40, 40), ((int?)chain["relations"]![0]!["rowsMoved"], (int?)chain["relations"]![0]!["rowsYounger"]));
        var selfTest = drill["selfTest"]!;
        Assert.Equal((true, true), ((bool?)selfTest["due"], (bool?)selfTest["clean"]));
        Assert.Equal(("deletedRow", "caught", "source-rows"), ((string?)selfTest["faults"]![0]!["fault"], (string?)selfTest["faults"]![0]!["outcome"], (string?)selfTest["faults"]![0]!["seenBy"]![0]));
    }

    private static DrillState Chained(DrillState state) => state with
    {
        Chain = new ChainStand { IsLinked = true, Limit = 900, Base = Link("base", hours: 34, limit: 800), Earlier = Link("past", hours: 58, limit: 700), Sha256 = "abc" },
    };

    private static DrillState Tested(DrillState state) => state with
    {
        SelfTest = new SelfTestStand
        {
            IsDue = true,
            Why = "no self-test of this database has been finished",
            BegunAt = CommandLine.Now.AddMinutes(-75),
            FinishedAt = CommandLine.Now.AddMinutes(-70),
            Results =
            [
                new FaultResult
                {
                    Fault = Fault.DeletedRow,
                    Outcome = FaultOutcome.Caught,
                    Target = new FaultTarget { Fault = Fault.DeletedRow, Database = "courses", Schema = "public", Relation = "students" },
                    SeenBy = ["source-rows", "chain"],
                },
                new FaultResult { Fault = Fault.DroppedPolicy, Outcome = FaultOutcome.NotTried, Reason = "there is no policy" },
            ],
        },
    };

    private static ChainLink Link(string name, int hours, ulong limit) => new(
        $"rd-copy-acme-c00{name}00000"[..25], $"arn:{name}", RunId.Parse($"d00{name}00000"[..12]), CommandLine.Now.AddHours(-hours), limit, "abc");

    private static ChainEntry Entry(long first, ChainComparison comparison) => new(Students, new BlockRange(first, 8), 1, ReadingOutcome.Read, "abc", comparison);
}
