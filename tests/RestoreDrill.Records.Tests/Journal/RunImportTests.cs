using System.Text.Json.Nodes;
using RestoreDrill.Core.Evidence;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Refusals;
using RestoreDrill.Core.Runs;
using RestoreDrill.Records.Evidence;
using RestoreDrill.Records.Journal;
using RestoreDrill.Records.Tests.Contract;
using RestoreDrill.Records.Tests.Evidence;
using RestoreDrill.Records.Tests.Store;

namespace RestoreDrill.Records.Tests.Journal;

public sealed class RunImportTests(StoreServer server) : StoreTest(server)
{
    private static readonly RunId Id = RunId.Parse("r00000000001");
    private static readonly InstallationId Acme = InstallationId.Parse("acme");

    private readonly JournalPlace _place = new();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _place.Dispose();
    }

    [Fact]
    public async Task Restore_comes_into_the_store_in_everything_with_its_own_times()
    {
        var history = await FinishedAsync();

        Assert.True(await Store.ImportAsync(history, Acme, Ct));

        var run = (await Store.FindAsync(Id, Ct))!;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(history.Run.State), JsonNode.Parse(run.State)));
        Assert.Equal(history.Run, run with { State = history.Run.State });
        Assert.Equal(history.Events, (await Store.EventsAsync(Id, 0, Ct)).Select(static (line, i) => line with { Sequence = i + 1 }));
        Assert.Equal(history.Evidence, await Store.FindEvidenceAsync(Id, Ct));
        await FullSteps.AssertFirstAsync(FullSteps.First(Id), Store, Id);
        Assert.Equal([run], await Store.ListAsync("courses", RunKind.Restore, 10, Ct));
        Assert.Empty(await Store.ListAsync("courses", RunKind.Drill, 10, Ct));
        Assert.Empty(await Store.DatabasesKnownToHoldRowsAsync("courses", Ct));
    }

    [Fact]
    public async Task Restore_that_is_there_already_stays_as_it_is()
    {
        var history = await FinishedAsync();
        Assert.True(await Store.ImportAsync(history, Acme, Ct));
        var before = await Store.FindAsync(Id, Ct);

        Assert.False(await Store.ImportAsync(history, Acme, Ct));

        Assert.Equal(before, await Store.FindAsync(Id, Ct));
        Assert.Equal(history.Events.Count, (await Store.EventsAsync(Id, 0, Ct)).Count);
    }

    [Fact]
    public async Task Restore_taken_in_by_many_at_once_is_there_once()
    {
        var history = await FinishedAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Store.ImportAsync(history, Acme, Ct)));

        Assert.Single(answers, static answer => answer);
        Assert.Equal(history.Events.Count, (await Store.EventsAsync(Id, 0, Ct)).Count);
    }

    [Fact]
    public async Task Certificate_that_the_copy_has_stays()
    {
        var lease = await OpenLeasedAsync();
        var first = Certificates.Of(FullSteps.CopyArn, lease.Run.Id);
        await Store.SaveAsync(lease, Step() with { Pin = first }, Ct);

        Assert.True(await Store.ImportAsync(await FinishedAsync(), Acme, Ct));

        Assert.Equal(CertificateText.Write(first), CertificateText.Write((await Store.FindBirthCertificateAsync(FullSteps.CopyArn, Ct))!));
    }

    [Fact]
    public async Task Restore_of_another_installation_is_refused_and_nothing_is_taken_in()
    {
        var history = await FinishedAsync();
        var other = InstallationId.Parse("other");

        await AssertRefusedAsync("belongs to installation 'acme'", history, other);
        await AssertRefusedAsync("nothing in it says", history with { Installation = null }, Acme);
        await Store.ClaimAsync(other, Ct);
        await AssertRefusedAsync("The store belongs to installation 'other'", history, Acme);
    }

    [Fact]
    public async Task Restore_that_has_not_ended_or_whose_evidence_is_not_its_own_is_refused()
    {
        var history = await FinishedAsync();
        var (run, evidence) = (history.Run, history.Evidence!);
        var forged = evidence.Document.Replace("\"outcome\":\"pass\"", "\"outcome\":\"fail\"", StringComparison.Ordinal);

        await AssertRefusedAsync("has not finished", history with { Run = run with { FinishedAt = null, Outcome = null } }, Acme);
        await AssertRefusedAsync("without evidence", history with { Evidence = null }, Acme);
        await AssertRefusedAsync("digest of its evidence", history with { Evidence = evidence with { Document = forged } }, Acme);
        await AssertRefusedAsync("says something else", history with { Evidence = new EvidenceRecord(Id, forged, StoredDocument.Digest(forged)) }, Acme);
        await AssertRefusedAsync("says something else", history with { Run = run with { State = """{"n":2}""" } }, Acme);
        await AssertRefusedAsync("cannot be read", history with { Evidence = new EvidenceRecord(Id, "{", StoredDocument.Digest("{")) }, Acme);
        await AssertRefusedAsync("no emergency restore", history with { Run = run with { Kind = RunKind.Drill } }, Acme);
    }

    [Fact]
    public async Task Another_run_of_the_same_id_is_refused_and_the_first_stands()
    {
        var history = await FinishedAsync();
        await Store.ImportAsync(history, Acme, Ct);
        var (state, end) = ("""{"selection":"named","order":{"name":"rd-restored-acme-r1","copy":"c","instanceClass":"m","subnetGroup":"s","securityGroups":[],"parameterGroup":"p","multiAz":false,"tags":{}}}""", new RunConclusion(RunOutcome.Inconclusive, "Not known."));
        var ended = new DateTimeOffset(2026, 3, 1, 12, 30, 0, TimeSpan.Zero);
        var other = history.Run with { State = state, Outcome = end.Outcome, Summary = end.Summary, Level = null, FinishedAt = ended };

        var refused = await Assert.ThrowsAsync<RefusedException>(() => Store.ImportAsync(history with { Run = other, Evidence = EvidenceDocument.Of(history.Run, state, end) }, Acme, Ct));

        Assert.True(refused.SafetyRule);
        Assert.Contains("In the store: Pass, ended at ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("In this file: Inconclusive, ended at 2026-03-01 12:30:00 UTC, instance rd-restored-acme-r1, not handed over", refused.Message, StringComparison.Ordinal);
        Assert.Contains("keep this journal and its plan", refused.Next, StringComparison.Ordinal);
        Assert.Equal(history.Evidence, await Store.FindEvidenceAsync(Id, Ct));
    }

    /// <summary>A journal of a restore that found everything and passed, read.</summary>
    private async Task<RunHistory> FinishedAsync()
    {
        var opened = new NewRun(Id, RunKind.Restore, "courses", RunRequest.ByPerson("cli:мария@laptop"), "first", "{}");
        using (var journal = RestoreJournal.Create(_place.File, opened, new CopyRecord([], []), TimeProvider.System))
        {
            await journal.ClaimAsync(Acme, Ct);
            var lease = (await journal.TryAcquireAsync(Id, "host-1", Minute, Ct))!;
            await journal.SaveAsync(lease, FullSteps.First(Id), Ct);
            await journal.SaveAsync(lease, FullSteps.Again(Id) with { Unattended = TimeSpan.FromMinutes(7) }, Ct);
            var end = new RunConclusion(RunOutcome.Pass, "Restores.", "restores");
            await journal.SaveAsync(lease, new RunChange { Phase = "reading", State = """{"n":1}""", Note = "done", Conclusion = end, Evidence = EvidenceDocument.Of(journal.Run, """{"n":1}""", end) }, Ct);
        }

        return RestoreJournal.Read(_place.File);
    }

    private async Task AssertRefusedAsync(string reason, RunHistory history, InstallationId installation)
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(() => Store.ImportAsync(history, installation, Ct));

        Assert.True(refused.SafetyRule);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.Null(await Store.FindAsync(Id, Ct));
    }
}
