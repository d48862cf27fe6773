using Microsoft.Extensions.Time.Testing;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.GuardRails;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Tests.Cloud;
using RestoreDrill.Core.Watching;

namespace RestoreDrill.Core.Tests.GuardRails;

/// <summary>Looks at the guard rails that are recorded: by night, and by drills.</summary>
public sealed class GuardRailWatchTests
{
    private readonly FakeTimeProvider _time = new(Sample.Now);
    private readonly MemoryGuardRails _rails;

    public GuardRailWatchTests() => _rails = new MemoryGuardRails(_time);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_answer_is_recorded_and_what_holds_is_no_incident()
    {
        var found = await _rails.Watch.LookAsync(["courses"], Ct);

        Assert.Equal((Sample.Now, 2), (found.LookedAt, found.Answers.Count));
        Assert.Equal(found.Answers, _rails.Recorded.Select(static one => one.Answer));
        Assert.Empty(_rails.Incidents);
    }

    [Fact]
    public async Task Guard_rail_that_breaks_is_one_incident_until_it_has_held_again()
    {
        await LookAsync(GuardRailState.Holds);
        await LookAsync(GuardRailState.Broken);
        await LookAsync(GuardRailState.Broken);
        var incident = Assert.Single(_rails.Incidents);
        Assert.Equal((IncidentKind.GuardRailBroken, "vault-lock", null), (incident.Kind, incident.Subject, incident.Database));
        Assert.Equal(
            "Guard rail vault-lock is broken: no lock. It protects from: removal of copies before their time by anybody, AWS and the root user included. Next: runbooks/guard-rail-broken.md.",
            incident.Message);

        await LookAsync(GuardRailState.Holds);
        await LookAsync(GuardRailState.Broken);
        Assert.Equal(2, _rails.Incidents.Count);
    }

    [Fact]
    public async Task Guard_rail_that_is_broken_at_the_first_look_is_an_incident()
    {
        await LookAsync(GuardRailState.Broken);

        Assert.Equal("guard-rail-broken:vault-lock::first", Assert.Single(_rails.Incidents).Key);
    }

    [Fact]
    public async Task Database_that_nothing_was_proven_of_yet_is_no_incident_and_one_whose_proof_grows_old_is()
    {
        await LookAtProofAsync(GuardRailState.Broken);
        Assert.Empty(_rails.Incidents);

        await LookAtProofAsync(GuardRailState.Holds);
        await LookAtProofAsync(GuardRailState.Broken);
        Assert.Equal("newest-proof", Assert.Single(_rails.Incidents).Subject);
    }

    [Fact]
    public async Task Guard_rail_that_cannot_be_checked_is_none_and_one_that_is_broken_after_that_is()
    {
        await LookAsync(GuardRailState.NotCheckable);
        Assert.Empty(_rails.Incidents);

        await LookAsync(GuardRailState.Broken);
        Assert.Single(_rails.Incidents);
    }

    [Fact]
    public async Task Process_that_dies_between_incident_and_answers_leaves_one_incident()
    {
        _rails.BeforeRecording = static () => throw new Runs.ProcessKilledException();
        await Assert.ThrowsAsync<Runs.ProcessKilledException>(() => LookAsync(GuardRailState.Broken));
        _rails.BeforeRecording = static () => { };
        await LookAsync(GuardRailState.Broken);

        Assert.Single(_rails.Incidents);
        Assert.Equal(GuardRailState.Broken, Assert.Single(await _rails.LatestAnswersAsync(Ct), static one => one.Answer.Rail == "vault-lock").Answer.State);
    }

    [Fact]
    public async Task Drill_keeps_what_it_found_and_its_verdict_stands()
    {
        var driven = await Driven.WithCopyAsync();
        driven.GuardRails.Answers[0] = GuardRailAnswer.Broken(GuardRailCatalog.VaultLock, "no lock");

        var run = await driven.DrillAsync();

        Assert.Equal(RunOutcome.Pass, run.Outcome);
        var found = CanonicalJson.Read<DrillState>(run.State).GuardRails!;
        Assert.Equal(GuardRailAnswer.Broken(GuardRailCatalog.VaultLock, "no lock"), Assert.Single(found.Answers));
        Assert.Equal(run.Id, Assert.Single(driven.GuardRails.Recorded).Run);
        var events = await driven.Store.EventsAsync(run.Id, 0, Ct);
        Assert.Single(events, static one => one.Kind == RunEventKind.Warning && one.Message.StartsWith("Guard rail vault-lock is broken: no lock.", StringComparison.Ordinal));
        Assert.Contains("\"guardRails\":", (await driven.Store.FindEvidenceAsync(run.Id, Ct))!.Document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drill_that_finds_no_copy_has_looked_too()
    {
        var driven = await Driven.WithCopyAsync();
        var id = await driven.OpenDrillAsync();
        driven.Cloud.VaultSnapshots.Clear();

        var run = await driven.ToTheEndAsync(id);

        Assert.Equal(RunOutcome.Fail, run.Outcome);
        Assert.NotNull(CanonicalJson.Read<DrillState>(run.State).GuardRails);
    }

    [Fact]
    public async Task Look_that_cannot_be_recorded_is_made_again()
    {
        var driven = await Driven.WithCopyAsync();
        var id = await driven.OpenDrillAsync();
        driven.GuardRails.BeforeRecording = () =>
        {
            driven.GuardRails.BeforeRecording = static () => { };
            driven.Store.CallerIsDead = true;
            throw new Runs.ProcessKilledException();
        };

        Assert.Equal(RunOutcome.Pass, (await driven.ToTheEndAsync(id)).Outcome);
        Assert.Equal(1, driven.Kills);
        Assert.Single(driven.GuardRails.Recorded);
    }

    private async Task LookAtProofAsync(GuardRailState state)
    {
        _time.Advance(TimeSpan.FromDays(1));
        _rails.Answers[1] = new GuardRailAnswer(GuardRailCatalog.NewestProof.Id, state, "none") { Database = "courses" };
        await _rails.Watch.LookAsync(["courses"], Ct);
    }

    private async Task LookAsync(GuardRailState state)
    {
        _time.Advance(TimeSpan.FromDays(1));
        _rails.Answers[0] = new GuardRailAnswer(GuardRailCatalog.VaultLock.Id, state, "no lock");
        await _rails.Watch.LookAsync(["courses"], Ct);
    }
}
