using System.Text.Json.Nodes;
using RestoreDrill.Core.Evidence;
using RestoreDrill.Core.Runs;
using RestoreDrill.Records.Evidence;
using RestoreDrill.Records.Tests.Evidence;

namespace RestoreDrill.Records.Tests.Contract;

/// <summary>What holds for one run wherever it is kept: each store answers for it in a class of its own.</summary>
public abstract class RunContract
{
    private static readonly RunId Id = RunId.Parse("r00000000001");

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static TimeSpan Minute => TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Save_keeps_every_field_of_a_step()
    {
        var (store, lease) = await LeasedAsync();

        var saved = await store.SaveAsync(
            lease, new RunChange { Phase = "second", State = """{"n": 1}""", Troubles = 3, Wait = TimeSpan.FromHours(10), Note = "waits for 🙂" }, Ct);

        Assert.Equal(("second", 3, "waits for 🙂"), (saved.Phase, saved.Troubles, saved.Note));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"n":1}"""), JsonNode.Parse(saved.State)));
        Assert.True(saved.PhaseSince > lease.Run.PhaseSince);
        Assert.Equal(10, (saved.NextStepAt!.Value - saved.PhaseSince).TotalHours, precision: 3);
        Assert.Equal(saved, await store.FindAsync(Id, Ct));
        Assert.Equal(saved, await store.FindOpenAsync(RunKind.Restore, "courses", Ct));
        Assert.Equal([saved], await store.ListAsync("courses", RunKind.Restore, 10, Ct));
        Assert.Null(saved.FinishedAt);
    }

    [Fact]
    public async Task Save_in_the_same_phase_keeps_since_when()
    {
        var (store, lease) = await LeasedAsync();

        var saved = await store.SaveAsync(lease, Step(), Ct);

        Assert.Equal(lease.Run.PhaseSince, saved.PhaseSince);
        Assert.Null(saved.NextStepAt);
        Assert.Null(saved.Note);
    }

    [Fact]
    public async Task Save_keeps_how_long_nobody_looked_until_the_phase_changes()
    {
        var (store, lease) = await LeasedAsync();
        var away = TimeSpan.FromDays(40) + TimeSpan.FromMilliseconds(7);

        Assert.Equal(away, (await store.SaveAsync(lease, Step() with { Unattended = away }, Ct)).Unattended);
        Assert.Equal(away, (await store.FindAsync(Id, Ct))!.Unattended);
        Assert.Equal(TimeSpan.Zero, (await store.SaveAsync(lease, Step("second") with { Unattended = away }, Ct)).Unattended);
    }

    [Fact]
    public async Task Save_of_the_end_keeps_outcome_and_evidence_and_nothing_is_saved_after_it()
    {
        var (store, lease) = await LeasedAsync();
        const string Document = """{"verdict":"pass","database":"Ünïcode"}""";
        var evidence = new EvidenceRecord(Id, Document, StoredDocument.Digest(Document));
        var end = Step("done", new RunConclusion(RunOutcome.Pass, "Restores.", "restores", "no facts were put")) with { Wait = Minute, Evidence = evidence };

        var saved = await store.SaveAsync(lease, end, Ct);

        Assert.Equal((RunOutcome.Pass, "Restores.", "restores", "no facts were put"), (saved.Outcome, saved.Summary, saved.Level, saved.Defect));
        Assert.NotNull(saved.FinishedAt);
        Assert.Null(saved.NextStepAt);
        Assert.Equal(evidence, await store.FindEvidenceAsync(Id, Ct));
        Assert.Null(await store.FindOpenAsync(RunKind.Restore, "courses", Ct));
        await Assert.ThrowsAsync<LeaseLostException>(() => store.SaveAsync(lease, Step() with { Note = "again" }, Ct));
        Assert.Null(await store.TryAcquireAsync(Id, "host-1", Minute, Ct));
        Assert.False(await store.TryRenewAsync(lease, Minute, Ct));
        await store.ReleaseAsync(lease, Ct);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(RunOutcome.Fail)]
    public async Task Save_of_the_same_change_again_writes_nothing_twice(RunOutcome? outcome)
    {
        var (store, lease) = await LeasedAsync();
        var change = Step("second", outcome is { } end ? new RunConclusion(end, "Done.") : null) with { Events = [Event("m")] };

        var saved = await store.SaveAsync(lease, change, Ct);

        Assert.Equal(saved, await store.SaveAsync(lease, change, Ct));
        Assert.Single(await store.EventsAsync(Id, 0, Ct));
    }

    [Fact]
    public async Task Save_that_fails_at_its_last_part_writes_nothing()
    {
        var (store, lease) = await LeasedAsync();
        var pinned = Certificates.Of("arn:copy", Id);
        await store.SaveAsync(lease, Step() with { Pin = pinned }, Ct);
        var before = await store.FindAsync(Id, Ct);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => store.SaveAsync(lease, Step("second") with { Events = [Event("m")], Pin = pinned with { Seed = 8 } }, Ct));

        Assert.Contains("arn:copy", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await store.FindAsync(Id, Ct));
        Assert.Empty(await store.EventsAsync(Id, 0, Ct));
    }

    [Fact]
    public async Task Save_of_parts_that_contradict_each_other_is_refused()
    {
        var (store, lease) = await LeasedAsync();
        var other = RunId.Parse("r00000000002");
        var end = new RunConclusion(RunOutcome.Pass, "Restores.");
        RunChange[] wrong =
        [
            Step() with { Evidence = new EvidenceRecord(Id, "{}", StoredDocument.Digest("{}")) },
            Step(conclusion: end) with { Evidence = new EvidenceRecord(other, "{}", StoredDocument.Digest("{}")) },
            Step(conclusion: end) with { Evidence = new EvidenceRecord(Id, "{}", StoredDocument.Digest("{ }")) },
            Step() with { Pin = Certificates.Of("arn:copy", other) },
            Step() with { Wait = -Minute },
        ];

        foreach (var change in wrong)
        {
            await Assert.ThrowsAsync<ArgumentException>(() => store.SaveAsync(lease, change, Ct));
        }

        Assert.Equal(lease.Run, await store.FindAsync(Id, Ct));
    }

    [Fact]
    public async Task Everything_that_a_step_found_comes_back_and_the_first_reading_stands()
    {
        var (store, lease) = await LeasedAsync();
        var first = FullSteps.First(Id);

        await store.SaveAsync(lease, first, Ct);
        await store.SaveAsync(lease, FullSteps.Again(Id), Ct);

        await FullSteps.AssertFirstAsync(first, store, Id);
    }

    [Fact]
    public async Task Events_come_back_in_order_with_every_field_and_the_time_of_the_store()
    {
        var (store, lease) = await LeasedAsync();
        RunEvent[] asked =
        [
            .. Enum.GetValues<RunEventKind>().Select(static kind => Event($"was {kind} ж") with { Kind = kind }),
            Event("asked") with { Kind = RunEventKind.Call, Operation = "rds:DescribeDBInstances", RequestId = "1-2-3", At = DateTimeOffset.MaxValue },
        ];

        await store.SaveAsync(lease, Step() with { Events = asked[..2] }, Ct);
        await store.SaveAsync(lease, Step() with { Events = asked[2..] }, Ct);

        var found = await store.EventsAsync(Id, 0, Ct);
        Assert.Equal(asked, found.Select((line, i) => line with { Sequence = 0, At = asked[i].At }));
        Assert.Equal(found.OrderBy(static line => line.Sequence), found);
        Assert.All(found, line => Assert.InRange(line.At, lease.Run.CreatedAt, lease.Run.CreatedAt.AddMinutes(5)));
        Assert.Equal(found.Skip(3), await store.EventsAsync(Id, found[2].Sequence, Ct));
    }

    [Fact]
    public async Task Lease_stays_its_owner_s_and_a_later_owner_s_fence_is_higher()
    {
        var (store, first) = await LeasedAsync();

        Assert.Equal(first.Fence, (await store.TryAcquireAsync(Id, "host-1", Minute, Ct))?.Fence);
        Assert.True(await store.TryRenewAsync(first, Minute, Ct));
        await store.ReleaseAsync(first, Ct);
        await Assert.ThrowsAsync<LeaseLostException>(() => store.SaveAsync(first, Step(), Ct));

        var second = Assert.IsType<RunLease>(await store.TryAcquireAsync(Id, "host-2", Minute, Ct));
        Assert.True(second.Fence > first.Fence);
        Assert.False(await store.TryRenewAsync(first, Minute, Ct));
        await store.ReleaseAsync(first, Ct);
        await Assert.ThrowsAsync<LeaseLostException>(() => store.SaveAsync(first, Step(), Ct));
        Assert.Equal("second", (await store.SaveAsync(second, Step("second"), Ct)).Phase);
    }

    [Fact]
    public async Task Another_run_is_not_known()
    {
        var (store, lease) = await LeasedAsync();
        await store.SaveAsync(lease, FullSteps.First(Id), Ct);
        var other = RunId.Parse("d00000000009");

        Assert.Null(await store.FindAsync(other, Ct));
        Assert.Null(await store.TryAcquireAsync(other, "host-1", Minute, Ct));
        Assert.Empty(await store.EventsAsync(other, 0, Ct));
        Assert.Empty(await store.ReadingsAsync(other, Ct));
        Assert.Empty(await store.RangesAsync(other, Ct));
        Assert.Empty(await store.ComparisonsAsync(other, Ct));
        Assert.Empty(await store.ChainAsync(other, Ct));
        Assert.Null(await store.FindEvidenceAsync(other, Ct));
        Assert.Empty(await store.ListAsync("billing", null, 10, Ct));
        Assert.Empty(await store.ListAsync(null, RunKind.Drill, 10, Ct));
        Assert.Null(await store.FindBirthCertificateAsync("arn:unknown", Ct));
    }

    /// <summary>A store in which a run was opened just now.</summary>
    internal abstract Task<IRunStore> OpenedAsync(NewRun run);

    private static RunChange Step(string phase = "first", RunConclusion? conclusion = null) => new() { Phase = phase, State = "{}", Conclusion = conclusion };

    private static RunEvent Event(string message) => new() { Phase = "first", Kind = RunEventKind.Observed, Message = message };

    private async Task<(IRunStore Store, RunLease Lease)> LeasedAsync()
    {
        var store = await OpenedAsync(new NewRun(Id, RunKind.Restore, "courses", RunRequest.ByPerson("cli:мария@laptop"), "first", "{}"));
        return (store, Assert.IsType<RunLease>(await store.TryAcquireAsync(Id, "host-1", Minute, Ct)));
    }
}
