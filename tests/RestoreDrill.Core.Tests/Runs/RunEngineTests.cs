using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Evidence;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Refusals;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Tests.Runs;

public sealed class RunEngineTests
{
    private static readonly StepResult Done = ScriptedWorkflow.End(RunOutcome.Copied, "It is copied.");

    [Fact]
    public async Task Step_is_saved_with_its_phase_and_the_lease_is_given_back()
    {
        var engine = await Engine.WithAsync(new ScriptedWorkflow(static _ => ScriptedWorkflow.Next("second") with { Wait = TimeSpan.FromSeconds(5) }));

        var report = await engine.StepAsync();

        Assert.True(report.Stepped);
        Assert.Equal(TimeSpan.FromSeconds(5), report.Wait);
        Assert.Equal(("second", "now second", Sample.Now.AddSeconds(5)), (report.Run.Phase, report.Run.Note, report.Run.NextStepAt));
        Assert.Null(engine.Store.OwnerOf(Sample.CopyRun));
    }

    [Fact]
    public async Task Step_that_keeps_something_in_memory_keeps_the_lease()
    {
        var engine = await Engine.WithAsync(new ScriptedWorkflow(static _ => ScriptedWorkflow.Stay(TimeSpan.FromSeconds(1)) with { KeepsLease = true }));

        await engine.StepAsync();
        var other = await engine.RunEngine.StepAsync(Sample.CopyRun, "other", CancellationToken.None);

        Assert.Equal("me", engine.Store.OwnerOf(Sample.CopyRun));
        Assert.Equal((false, Engine.Timing.Poll), (other.Stepped, other.Wait));
        Assert.Equal(0, engine.Store.Releases);
    }

    [Fact]
    public async Task Run_in_a_phase_of_another_version_is_left_alone()
    {
        var workflow = new ScriptedWorkflow(static _ => Done) { Unknown = "first" };
        var engine = await Engine.WithAsync(workflow);
        var before = await engine.RunAsync();

        var unknown = await Assert.ThrowsAsync<UnknownPhaseException>(() => engine.StepAsync());

        Assert.Contains("phase 'first'", unknown.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), (workflow.Steps, workflow.Failures.Count, engine.Store.Saves.Count));
        Assert.Equal(before, await engine.RunAsync());
        Assert.Null(engine.Store.OwnerOf(Sample.CopyRun));
    }

    [Fact]
    public async Task Run_that_does_not_exist_is_an_error()
    {
        var engine = await Engine.WithAsync(new ScriptedWorkflow(static _ => Done));

        await Assert.ThrowsAsync<InvalidOperationException>(() => engine.RunEngine.StepAsync(Sample.Drill, "me", CancellationToken.None));
    }

    [Fact]
    public async Task Finished_run_is_not_stepped_again()
    {
        var workflow = new ScriptedWorkflow(static _ => Done);
        var engine = await Engine.WithAsync(workflow);

        await engine.StepAsync();
        var again = await engine.StepAsync();

        Assert.Equal((false, RunOutcome.Copied), (again.Stepped, again.Run.Outcome));
        Assert.Equal(1, workflow.Steps);
    }

    [Theory]
    [InlineData(CloudFault.Throttled)]
    [InlineData(CloudFault.Unreachable)]
    [InlineData(CloudFault.Quota)]
    [InlineData(CloudFault.Capacity)]
    [InlineData(CloudFault.WrongState)]
    [InlineData(CloudFault.Credentials)]
    public async Task Trouble_that_may_pass_backs_off_and_fails_after_the_phases_limit(CloudFault fault)
    {
        var workflow = new ScriptedWorkflow(run => throw Refused(fault));
        var engine = await Engine.WithAsync(workflow);
        var waits = new List<double>();

        var report = await engine.StepAsync();
        while (report.Run.FinishedAt is null)
        {
            Assert.Equal(waits.Count + 1, report.Run.Troubles);
            waits.Add(report.Wait.TotalSeconds);
            engine.Time.Advance(report.Wait);
            report = await engine.StepAsync();
        }

        Assert.Equal([30, 60, 120, 120], waits.Take(4));
        Assert.All(waits.Skip(2), static wait => Assert.Equal(120, wait));
        Assert.InRange(waits.Sum(), workflow.Limit.TotalSeconds, workflow.Limit.TotalSeconds + 121);
        Assert.Equal(RunOutcome.Failed, report.Run.Outcome);
        var failure = Assert.Single(workflow.Failures);
        Assert.Equal(("rds:CopyDBSnapshot", "req-1", false), (failure.Operation, failure.RequestId, failure.BlamesTheCopy));
    }

    [Fact]
    public async Task How_long_a_phase_takes_is_counted_by_the_stores_clock()
    {
        var workflow = new ScriptedWorkflow(static _ => ScriptedWorkflow.Stay(TimeSpan.FromSeconds(30), "going on"));
        var engine = await Engine.WithAsync(workflow);
        var ahead = new RunEngine(engine.Store, [workflow], Engine.Timing, new FakeTimeProvider(engine.Time.GetUtcNow() + workflow.Limit * 2));

        Assert.Null((await ahead.StepAsync(Sample.CopyRun, "a host whose clock is ahead", TestContext.Current.CancellationToken)).Run.FinishedAt);

        await LookForAsync(engine, workflow.Limit);
        engine.Time.Advance(TimeSpan.FromSeconds(1));
        var behind = new RunEngine(engine.Store, [workflow], Engine.Timing, new FakeTimeProvider(engine.Time.GetUtcNow() - workflow.Limit * 2));
        Assert.NotNull((await behind.StepAsync(Sample.CopyRun, "a host whose clock is behind", TestContext.Current.CancellationToken)).Run.FinishedAt);
    }

    [Fact]
    public async Task Same_trouble_is_told_once_and_forgotten_after_a_step_that_went_well()
    {
        var troubles = 3;
        var engine = await Engine.WithAsync(new ScriptedWorkflow(
            _ => troubles-- > 0 ? throw Refused(CloudFault.Throttled) : ScriptedWorkflow.Stay(TimeSpan.FromSeconds(30), "going on")));

        for (var i = 0; i < 4; i++)
        {
            engine.Time.Advance((await engine.StepAsync()).Wait);
        }

        var told = Assert.Single(await engine.EventsAsync(), static line => line.Kind == RunEventKind.Trouble);
        Assert.Equal("rds:CopyDBSnapshot for a snapshot was refused: Code: words (request id req-1) It is tried again in 30 s.", told.Message);
        Assert.Equal(("rds:CopyDBSnapshot", "req-1"), (told.Operation, told.RequestId));
        Assert.Equal(0, (await engine.RunAsync()).Troubles);
    }

    [Theory]
    [InlineData(CloudFault.Other)]
    [InlineData(CloudFault.NotFound)]
    [InlineData(CloudFault.AlreadyExists)]
    [InlineData(CloudFault.AccessDenied)]
    [InlineData(CloudFault.KeyNotAccessible)]
    public async Task Refusal_that_cannot_pass_fails_at_once(CloudFault fault)
    {
        var workflow = new ScriptedWorkflow(run => throw Refused(fault));
        var engine = await Engine.WithAsync(workflow);

        var report = await engine.StepAsync();

        Assert.Equal(RunOutcome.Failed, report.Run.Outcome);
        Assert.Equal((1, 1), (workflow.Steps, workflow.Failures.Count));
        var told = Assert.Single(await engine.EventsAsync(), static line => line.Kind == RunEventKind.Failure);
        Assert.Equal("req-1", told.RequestId);
    }

    public static TheoryData<Exception> ForGood =>
    [
        new StepFailedException("It is gone."), new NotOursException("It is not ours."), new RefusedException(["It is the same account."], safetyRule: true),
    ];

    [Theory]
    [MemberData(nameof(ForGood))]
    public async Task Failure_for_good_fails_at_once_in_its_own_words(Exception thrown)
    {
        var workflow = new ScriptedWorkflow(run => throw thrown);
        var engine = await Engine.WithAsync(workflow);

        var report = await engine.StepAsync();

        Assert.Equal((RunOutcome.Failed, thrown.Message), (report.Run.Outcome, report.Run.Summary));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Blame_for_the_copy_reaches_the_workflow(bool blames)
    {
        var workflow = new ScriptedWorkflow(run => throw new StepFailedException("It is damaged.", blames));
        var engine = await Engine.WithAsync(workflow);

        await engine.StepAsync();

        Assert.Equal(blames, Assert.Single(workflow.Failures).BlamesTheCopy);
    }

    [Fact]
    public async Task Restored_instance_that_cannot_be_reached_is_trouble_that_may_pass()
    {
        var workflow = new ScriptedWorkflow(run => throw new InstanceUnreachableException("No answer.", "57P03", new TimeoutException()));
        var engine = await Engine.WithAsync(workflow);

        for (var i = 0; i < 5; i++)
        {
            engine.Time.Advance((await engine.StepAsync()).Wait);
        }

        Assert.Equal(5, (await engine.RunAsync()).Troubles);
        Assert.Empty(workflow.Failures);
    }

    [Fact]
    public async Task Unexpected_exception_is_tried_three_times_and_then_fails()
    {
        var workflow = new ScriptedWorkflow(static run => throw new InvalidCastException("a defect of ours"));
        var engine = await Engine.WithAsync(workflow);

        Assert.Null((await engine.StepAsync()).Run.FinishedAt);
        Assert.Null((await engine.StepAsync()).Run.FinishedAt);
        var report = await engine.StepAsync();

        Assert.Equal(RunOutcome.Failed, report.Run.Outcome);
        Assert.Equal("Unexpected InvalidCastException in phase first: a defect of ours", Assert.Single(workflow.Failures).Message);
    }

    [Fact]
    public async Task Cancellation_that_nobody_asked_for_is_unexpected_and_tried_again()
    {
        var engine = await Engine.WithAsync(new ScriptedWorkflow(static run => throw new TaskCanceledException("a client's own time-out")));

        Assert.Equal(1, (await engine.StepAsync()).Run.Troubles);
    }

    [Fact]
    public async Task Phase_that_waits_too_long_fails_with_what_was_seen_last()
    {
        var workflow = new ScriptedWorkflow(static _ => ScriptedWorkflow.Stay(TimeSpan.FromMinutes(1), "snapshot x is creating, 0 %"));
        var engine = await Engine.WithAsync(workflow);

        await LookForAsync(engine, workflow.Limit);
        Assert.Null((await engine.StepAsync()).Run.FinishedAt);
        engine.Time.Advance(TimeSpan.FromSeconds(1));
        var report = await engine.StepAsync();

        Assert.Equal("Phase first took longer than 00:30:00. Last seen: snapshot x is creating, 0 %.", report.Run.Summary);
    }

    [Fact]
    public async Task Time_in_which_nobody_was_there_to_look_does_not_count_against_the_phase()
    {
        var workflow = new ScriptedWorkflow(static _ => ScriptedWorkflow.Stay(TimeSpan.FromMinutes(1), "share of x is still seen"));
        var engine = await Engine.WithAsync(workflow);

        await LookForAsync(engine, workflow.Limit / 2);
        engine.Time.Advance(TimeSpan.FromHours(9));
        await LookForAsync(engine, workflow.Limit / 3);
        engine.Time.Advance(TimeSpan.FromDays(2));
        await LookForAsync(engine, workflow.Limit / 6);
        Assert.Null((await engine.StepAsync()).Run.FinishedAt);
        Assert.Equal(TimeSpan.FromHours(9) + TimeSpan.FromDays(2), (await engine.RunAsync()).Unattended);

        await LookForAsync(engine, TimeSpan.FromMinutes(1));
        Assert.Equal(RunOutcome.Failed, (await engine.StepAsync()).Run.Outcome);
    }

    [Fact]
    public async Task Look_that_is_late_by_less_than_a_lease_is_a_look_in_time()
    {
        var workflow = new ScriptedWorkflow(static _ => ScriptedWorkflow.Stay(TimeSpan.FromMinutes(1)));
        var engine = await Engine.WithAsync(workflow);

        var report = await engine.StepAsync();
        for (var passed = TimeSpan.Zero; passed <= workflow.Limit; passed += report.Wait + Engine.Timing.Lease)
        {
            Assert.Null(report.Run.FinishedAt);
            engine.Time.Advance(report.Wait + Engine.Timing.Lease);
            report = await engine.StepAsync();
        }

        Assert.Equal(RunOutcome.Failed, report.Run.Outcome);
    }

    [Fact]
    public async Task Nobody_having_looked_is_forgotten_with_the_phase()
    {
        var engine = await Engine.WithAsync(new ScriptedWorkflow(static run => run.Phase == "first" && run.Unattended > TimeSpan.Zero
            ? ScriptedWorkflow.Next("second")
            : ScriptedWorkflow.Stay(TimeSpan.FromMinutes(1))));

        await engine.StepAsync();
        engine.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(TimeSpan.FromMinutes(59), (await engine.StepAsync()).Run.Unattended);
        engine.Time.Advance(TimeSpan.FromHours(1));

        var second = (await engine.StepAsync()).Run;
        Assert.Equal(("second", TimeSpan.Zero), (second.Phase, second.Unattended));
    }

    [Fact]
    public async Task Phase_that_goes_on_without_waiting_is_not_cut_off()
    {
        var engine = await Engine.WithAsync(new ScriptedWorkflow(static _ => ScriptedWorkflow.Stay(TimeSpan.Zero) with { Wait = null }));

        engine.Time.Advance(TimeSpan.FromDays(1));

        Assert.Null((await engine.StepAsync()).Run.FinishedAt);
    }

    [Fact]
    public async Task Overdue_phase_that_ends_with_this_step_goes_on()
    {
        var engine = await Engine.WithAsync(new ScriptedWorkflow(static _ => ScriptedWorkflow.Next("second")));

        engine.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal("second", (await engine.StepAsync()).Run.Phase);
    }

    [Fact]
    public async Task Events_name_operation_and_request_id_of_every_changing_call()
    {
        var engine = await Engine.WithAsync(new ScriptedWorkflow(static _ =>
        {
            CloudCallLog.Note(new CloudCall("rds:CreateDBSnapshot", "snapshot x", Changes: true, "req-7"));
            CloudCallLog.Note(new CloudCall("rds:DescribeDBSnapshots", "snapshot x", Changes: false, "req-8"));
            return ScriptedWorkflow.Next("second");
        }));

        await engine.StepAsync();

        var events = await engine.EventsAsync();
        Assert.Equal([RunEventKind.Call, RunEventKind.Phase], events.Select(static line => line.Kind));
        Assert.Equal(("first", "rds:CreateDBSnapshot snapshot x", "rds:CreateDBSnapshot", "req-7"), (events[0].Phase, events[0].Message, events[0].Operation, events[0].RequestId));
        Assert.Equal(("second", "now second", "req-8"), (events[1].Phase, events[1].Message, events[1].RequestId));
    }

    [Fact]
    public async Task Changing_call_before_a_failure_is_in_the_history_too()
    {
        var engine = await Engine.WithAsync(new ScriptedWorkflow(static run =>
        {
            CloudCallLog.Note(new CloudCall("rds:CreateDBSnapshot", "snapshot x", Changes: true, "req-7"));
            throw new StepFailedException("Then it failed.");
        }));

        await engine.StepAsync();

        Assert.Equal(
            [RunEventKind.Call, RunEventKind.Failure, RunEventKind.Conclusion], (await engine.EventsAsync()).Select(static line => line.Kind));
    }

    [Fact]
    public async Task Same_observation_is_told_once()
    {
        var engine = await Engine.WithAsync(new ScriptedWorkflow(static _ => ScriptedWorkflow.Stay(TimeSpan.FromSeconds(1))));

        await engine.StepAsync();
        await engine.StepAsync();

        Assert.Equal("waiting", Assert.Single(await engine.EventsAsync()).Message);
    }

    [Fact]
    public async Task Conclusion_writes_evidence_whose_digest_is_its_own()
    {
        var engine = await Engine.WithAsync(new ScriptedWorkflow(static _ => Done with
        {
            Conclusion = new RunConclusion(RunOutcome.Copied, "It is copied.", Defect: "Something was left."),
        }));

        var report = await engine.StepAsync();

        var evidence = await engine.Store.FindEvidenceAsync(Sample.CopyRun, CancellationToken.None);
        Assert.NotNull(evidence);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(evidence.Document))), evidence.Sha256);
        using var document = JsonDocument.Parse(evidence.Document);
        var root = document.RootElement;
        Assert.Equal(EvidenceDocument.Form, root.GetProperty("form").GetString());
        Assert.Equal(Sample.CopyRun.Value, root.GetProperty("run").GetString());
        Assert.Equal("copy", root.GetProperty("kind").GetString());
        Assert.Equal("copied", root.GetProperty("conclusion").GetProperty("outcome").GetString());
        Assert.Equal("Something was left.", root.GetProperty("conclusion").GetProperty("defect").GetString());
        Assert.True(root.GetProperty("state").GetProperty("seen").GetBoolean());
        Assert.Equal("Something was left.", report.Run.Defect);
        Assert.Equal([RunEventKind.Conclusion, RunEventKind.Failure], (await engine.EventsAsync()).Select(static line => line.Kind));
    }

    /// <summary>Looks whenever a look is due, for so long.</summary>
    private static async Task LookForAsync(Engine engine, TimeSpan span)
    {
        for (var passed = TimeSpan.Zero; passed < span;)
        {
            var wait = (await engine.StepAsync()).Wait;
            engine.Time.Advance(wait);
            passed += wait;
        }
    }

    private static CloudException Refused(CloudFault fault) => new(fault, "rds:CopyDBSnapshot", "a snapshot", "Code", "req-1", "words");
}
