using System.Text.Json.Nodes;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Verdicts;
using RestoreDrill.Host.Commands;
using RestoreDrill.Host.Tests.Fakes;

namespace RestoreDrill.Host.Tests.Commands;

/// <summary>What <c>status</c> tells when a drill found that the source has lost rows.</summary>
public sealed class StatusOfALossTests : IDisposable
{
    private const string Loss = "loss in the source: courses.public.students held 1,000 rows, now 3";
    private const string LaterCopy = "rd-copy-acme-c00aaaaaaaa2";

    private readonly CommandLine _line = new();

    public StatusOfALossTests()
    {
        RecordedRuns.Record(_line);
        _line.Cloud.InVault[LaterCopy] = RecordedRuns.InVault(LaterCopy, CommandLine.Now.AddHours(-1));
    }

    public void Dispose() => _line.Dispose();

    [Fact]
    public async Task Copy_that_holds_what_is_lost_is_named_and_is_not_to_expire()
    {
        _line.Store.Add(Drill("d00bbbbbbbb2", minutes: 30, RunOutcome.Fail, LaterCopy, dataHours: 1));

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("status"));

        Assert.Contains(
            $"red: courses: do not let copy {RecordedRuns.CopyName} expire: it is the last one that holds what drill d00bbbbbbbb2 missed in a later copy; {Loss}. See runbooks/drill-failed.md",
            _line.Out,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_to_keep_is_in_the_document()
    {
        _line.Store.Add(Drill("d00bbbbbbbb2", minutes: 30, RunOutcome.Fail, LaterCopy, dataHours: 1));

        await _line.RunAsync("status", "--output", "json");

        var keep = JsonNode.Parse(_line.Out)!["databases"]![0]!["doNotLetExpire"]!;
        Assert.Equal(
            (RecordedRuns.CopyName, RecordedRuns.DrillId.Value, "d00bbbbbbbb2", Loss),
            ((string?)keep["copy"], (string?)keep["provenBy"], (string?)keep["foundBy"], (string?)keep["loss"]));
    }

    [Theory]
    [InlineData(RunOutcome.Pass, 20, true)]
    [InlineData(RunOutcome.Pass, 1, false)]
    [InlineData(RunOutcome.Pass, 0, false)]
    [InlineData(RunOutcome.Inconclusive, 0, true)]
    public async Task Only_a_later_drill_that_passes_of_data_as_new_takes_it_back(RunOutcome outcome, int dataHours, bool stays)
    {
        _line.Store.Add(Drill("d00bbbbbbbb2", minutes: 30, RunOutcome.Fail, LaterCopy, dataHours: 1));
        _line.Store.Add(Drill("d00bbbbbbbb3", minutes: 10, outcome, "rd-copy-acme-c00aaaaaaaa3", dataHours));

        await _line.RunAsync("status");

        Assert.Equal(stays, _line.Out.Contains("do not let copy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Drill_that_failed_for_another_reason_asks_to_keep_nothing()
    {
        var drill = Drill("d00bbbbbbbb2", minutes: 30, RunOutcome.Fail, LaterCopy, dataHours: 1);
        _line.Store.Add(drill with { State = drill.State.Replace(LossCheck.Id, "rows-read", StringComparison.Ordinal) });

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("status"));

        Assert.DoesNotContain("do not let copy", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_to_keep_that_is_gone_already_is_told()
    {
        _line.Store.Add(Drill("d00bbbbbbbb2", minutes: 30, RunOutcome.Fail, LaterCopy, dataHours: 1));
        _line.Cloud.InVault.Remove(RecordedRuns.CopyName);

        await _line.RunAsync("status");

        Assert.Contains($"the copy {RecordedRuns.CopyName} that holds what the source has lost is not in the vault account any more", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_to_keep_whose_proof_is_revoked_gives_way_to_the_next_older_one_that_stands()
    {
        const string older = "rd-copy-acme-c00aaaaaaaa0";
        _line.Cloud.InVault[older] = RecordedRuns.InVault(older, CommandLine.Now.AddDays(-2));
        _line.Store.Add(Drill("d00bbbbbbbb2", minutes: 30, RunOutcome.Fail, LaterCopy, dataHours: 1));
        _line.Store.Add(Drill("d00bbbbbbba3", minutes: 4000, RunOutcome.Pass, "rd-copy-acme-c00aaaaaaa99", dataHours: 72));
        _line.Store.Add(Drill("d00bbbbbbba2", minutes: 3000, RunOutcome.Pass, older, dataHours: 48));
        _line.Store.Add(Drill("d00bbbbbbba1", minutes: 2500, RunOutcome.Fail, "rd-copy-acme-c00aaaaaaa98", dataHours: 20));
        _line.Store.Add(Drill("d00bbbbbbba0", minutes: 2000, RunOutcome.Pass, "rd-copy-acme-c00aaaaaaa97", dataHours: 24));
        _line.Store.Revocations.Add(RecordedRuns.Revocation());
        _line.Store.Revocations.Add(RecordedRuns.Revocation("rd-copy-acme-c00aaaaaaa97"));

        await _line.RunAsync("status");

        Assert.Contains(
            $"red: courses: do not let copy {older} expire: it is the last one before the loss whose proof stands. Drill d00bbbbbbbb2 missed in a later copy what copy {RecordedRuns.CopyName} held; {Loss}.",
            _line.Out,
            StringComparison.Ordinal);
        await _line.RunAsync("status", "--output", "json");
        var keep = JsonNode.Parse(_line.Out)!["databases"]![0]!["doNotLetExpire"]!;
        Assert.Equal((older, "d00bbbbbbba2", RecordedRuns.CopyName), ((string?)keep["copy"], (string?)keep["provenBy"], (string?)keep["revoked"]));
    }

    [Fact]
    public async Task Copy_to_keep_whose_proof_is_revoked_and_none_that_stands_is_told()
    {
        _line.Store.Add(Drill("d00bbbbbbbb2", minutes: 30, RunOutcome.Fail, LaterCopy, dataHours: 1));
        _line.Store.Add(Drill("d00bbbbbbba2", minutes: 3000, RunOutcome.Fail, "rd-copy-acme-c00aaaaaaaa0", dataHours: 48) with { State = "{}" });
        _line.Store.Revocations.Add(RecordedRuns.Revocation());

        await _line.RunAsync("status");

        Assert.Contains($"red: courses: no copy whose proof stands holds what drill d00bbbbbbbb2 missed in a later copy; {Loss}.", _line.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("do not let copy", _line.Out, StringComparison.Ordinal);
        await _line.RunAsync("status", "--output", "json");
        var keep = JsonNode.Parse(_line.Out)!["databases"]![0]!["doNotLetExpire"]!;
        Assert.Equal((null, null, RecordedRuns.CopyName), ((string?)keep["copy"], (string?)keep["provenBy"], (string?)keep["revoked"]));
    }

    [Fact]
    public async Task Drill_of_newer_data_whose_proof_is_revoked_takes_nothing_back()
    {
        const string newest = "rd-copy-acme-c00aaaaaaaa3";
        _line.Store.Add(Drill("d00bbbbbbbb2", minutes: 30, RunOutcome.Fail, LaterCopy, dataHours: 1));
        _line.Store.Add(Drill("d00bbbbbbbb3", minutes: 10, RunOutcome.Pass, newest, dataHours: 0));
        _line.Store.Revocations.Add(RecordedRuns.Revocation(newest));

        await _line.RunAsync("status");

        Assert.Contains($"do not let copy {RecordedRuns.CopyName} expire", _line.Out, StringComparison.Ordinal);
    }

    private static Run Drill(string id, int minutes, RunOutcome outcome, string copy, int dataHours) => RecordedRuns.Drill with
    {
        Id = RunId.Parse(id),
        CreatedAt = CommandLine.Now.AddMinutes(-minutes - 5),
        FinishedAt = CommandLine.Now.AddMinutes(-minutes),
        Outcome = outcome,
        Level = null,
        Summary = "Told by the drill.",
        State = CanonicalJson.Write(new DrillState
        {
            CopyName = copy,
            CopyArn = $"arn:aws:rds:eu-west-1:222222222222:snapshot:{copy}",
            Facts = RecordedRuns.Facts with { SnapshotTime = CommandLine.Now.AddHours(-dataHours) },
            Earlier = new EarlierCopy(RecordedRuns.CopyName, RecordedRuns.DrillId, RecordedRuns.Facts.DataTime),
            Verdict = new Verdict
            {
                Outcome = outcome,
                Sentence = "Told by the drill.",
                Checks =
                [
                    new CheckResult
                    {
                        Id = LossCheck.Id,
                        Question = "Does the copy still hold what an earlier one held?",
                        Outcome = outcome == RunOutcome.Fail ? CheckOutcome.Failed : CheckOutcome.Passed,
                        Expected = "no table gone",
                        Found = Loss,
                    },
                ],
            },
        }),
    };
}
