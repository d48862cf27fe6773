using System.Numerics;
using System.Text.Json.Nodes;
using RestoreDrill.Core.Evidence;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Records.Evidence;
using RestoreDrill.Records.Tests.Evidence;
using RestoreDrill.Records.Tests.Store;

namespace RestoreDrill.Records.Tests.Runs;

public sealed class StepSavingTests(StoreServer server) : StoreTest(server)
{
    [Fact]
    public async Task Save_of_the_end_keeps_outcome_and_evidence_and_makes_room_for_the_next_run()
    {
        var lease = await OpenLeasedAsync();
        const string Document = """{"verdict":"pass","database":"Ünïcode"}""";
        var evidence = new EvidenceRecord(lease.Run.Id, Document, StoredDocument.Digest(Document));

        var saved = await Store.SaveAsync(
            lease,
            Step("done", new RunConclusion(RunOutcome.Pass, "Restores.", "restores", "rd-scratch-x will not delete")) with
            {
                Wait = Minute, Evidence = evidence,
            },
            Ct);

        Assert.Equal(
            (RunOutcome.Pass, "Restores.", "restores", "rd-scratch-x will not delete"),
            (saved.Outcome, saved.Summary, saved.Level, saved.Defect));
        Assert.NotNull(saved.FinishedAt);
        Assert.Null(saved.NextStepAt);
        Assert.Equal(evidence, await Store.FindEvidenceAsync(lease.Run.Id, Ct));
        Assert.NotEqual(lease.Run.Id, (await OpenAsync()).Id);
        Assert.Null(await Store.FindEvidenceAsync(NewRun().Id, Ct));
    }

    [Fact]
    public async Task Save_with_a_stale_fence_is_refused_and_writes_nothing()
    {
        var stale = await OpenLeasedAsync();
        await ExpireLeaseAsync(stale);
        var current = await Store.TryAcquireAsync(stale.Run.Id, "host-2", Minute, Ct);
        var before = await Store.FindAsync(stale.Run.Id, Ct);

        await Assert.ThrowsAsync<LeaseLostException>(() => Store.SaveAsync(stale, FullStep(stale.Run.Id), Ct));

        await AssertNothingWrittenAsync(before!);
        await Store.SaveAsync(current!, FullStep(stale.Run.Id), Ct);
        Assert.NotEmpty(await Store.EventsAsync(stale.Run.Id, 0, Ct));
    }

    [Fact]
    public async Task Save_after_expiry_without_takeover_is_good()
    {
        var lease = await OpenLeasedAsync();
        await ExpireLeaseAsync(lease);

        Assert.Equal("second", (await Store.SaveAsync(lease, Step("second"), Ct)).Phase);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(RunOutcome.Fail)]
    public async Task Save_of_the_same_change_again_because_its_answer_was_lost_writes_nothing_twice(RunOutcome? outcome)
    {
        var lease = await OpenLeasedAsync();
        var change = FullStep(lease.Run.Id) with { Conclusion = outcome is { } end ? new RunConclusion(end, "Done.") : null };

        var saved = await Store.SaveAsync(lease, change, Ct);
        await using var restarted = new RecordsStore(Database);

        Assert.Equal(saved, await restarted.SaveAsync(lease, change, Ct));
        Assert.Single(await Store.EventsAsync(lease.Run.Id, 0, Ct));
    }

    [Fact]
    public async Task Save_of_the_same_change_again_after_another_owner_went_on_is_refused()
    {
        var lease = await OpenLeasedAsync();
        var change = Step();
        await Store.SaveAsync(lease, change, Ct);
        await ExpireLeaseAsync(lease);
        var next = await Store.TryAcquireAsync(lease.Run.Id, "host-2", Minute, Ct);
        await Store.SaveAsync(next!, Step("second"), Ct);

        await Assert.ThrowsAsync<LeaseLostException>(() => Store.SaveAsync(lease, change, Ct));
    }

    [Fact]
    public async Task Save_to_a_finished_run_is_refused()
    {
        var lease = await OpenLeasedAsync();
        var end = Step(conclusion: new RunConclusion(RunOutcome.Inconclusive, "Nothing can be said."));
        await Store.SaveAsync(lease, end, Ct);

        await Assert.ThrowsAsync<LeaseLostException>(() => Store.SaveAsync(lease, end with { Note = "again" }, Ct));
    }

    [Fact]
    public async Task Save_that_fails_at_its_last_part_writes_nothing()
    {
        var lease = await OpenLeasedAsync();
        var pinned = Certificates.Of("arn:copy", lease.Run.Id);
        await Store.SaveAsync(lease, Step() with { Pin = pinned }, Ct);
        var before = await Store.FindAsync(lease.Run.Id, Ct);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => Store.SaveAsync(lease, FullStep(lease.Run.Id) with { Pin = pinned with { Seed = 8 } }, Ct));

        Assert.Contains("arn:copy", refused.Message, StringComparison.Ordinal);
        await AssertNothingWrittenAsync(before!);
    }

    [Fact]
    public async Task Save_of_text_that_PostgreSQL_cannot_keep_records_the_run_all_the_same()
    {
        var lease = await OpenLeasedAsync(RunKind.Copy);

        await Store.SaveAsync(
            lease,
            Step(conclusion: new RunConclusion(RunOutcome.Failed, "bad\0byte")) with
            {
                State = """{"nul": "a\u0000b", "backslash": "a\\u0000b", "quote": "\""}""",
                Events = [new RunEvent { Phase = "first", Kind = RunEventKind.Failure, Message = "half \ud83d pair, whole 🙂\0" }],
            },
            Ct);

        var run = (await Store.FindAsync(lease.Run.Id, Ct))!;
        Assert.Equal("bad\u2400byte", run.Summary);
        var state = JsonNode.Parse(run.State)!;
        Assert.Equal(("a\u2400b", @"a\u0000b", "\""), ((string?)state["nul"], (string?)state["backslash"], (string?)state["quote"]));
        Assert.Equal("half \ufffd pair, whole 🙂\u2400", Assert.Single(await Store.EventsAsync(lease.Run.Id, 0, Ct)).Message);
    }

    private static RunChange FullStep(RunId run) => Step("second") with
    {
        Note = "written by the wrong one",
        Events = [new RunEvent { Phase = "second", Kind = RunEventKind.Observed, Message = "m" }],
        Readings =
        [
            new RelationReading
            {
                Name = new RelationName("d", "s", "t"), Kind = RelationKind.Table, Outcome = ReadingOutcome.Read, Rows = 1, HashSum = BigInteger.One,
            },
        ],
        Pin = Certificates.Of("arn:another-copy", run),
    };

    private async Task AssertNothingWrittenAsync(Run before)
    {
        Assert.Equal(before, await Store.FindAsync(before.Id, Ct));
        Assert.Empty(await Store.EventsAsync(before.Id, 0, Ct));
        Assert.Empty(await Store.ReadingsAsync(before.Id, Ct));
        Assert.Null(await Store.FindBirthCertificateAsync("arn:another-copy", Ct));
        Assert.Null(await Store.FindEvidenceAsync(before.Id, Ct));
    }
}
