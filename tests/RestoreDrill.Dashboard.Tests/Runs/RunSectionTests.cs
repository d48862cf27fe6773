using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Verdicts;
using RestoreDrill.Dashboard.Html;
using RestoreDrill.Dashboard.Runs;
using RestoreDrill.Dashboard.Tests.Hosting;

namespace RestoreDrill.Dashboard.Tests.Runs;

public sealed class RunSectionTests
{
    [Fact]
    public void Drill_that_reads_shows_how_far_it_is()
    {
        var view = Views.Of(
            Views.Drill,
            500,
            (2, "waiting-for-turn", "waits for its turn: 2 of 2 scratch instances in use"),
            (60, "looking-at-guard-rails", "the run has its turn"), (60, "choosing", "14 of 14 guard rails hold"),
            (62, "restoring", "key and networks are as ordered"),
            (63, "waiting-for-available", "scratch instance rd-scratch-x is creating"),
            (380, "taking-control", "scratch instance rd-scratch-x is available"),
            (400, "reading", "24 relations in 1 databases are to be read"),
            (420, "reading", "7 of 24 relations are read")).With(run => run with { State = Views.Reading(7, 24), TurnAt = Views.Moment(60) });

        Approved.Equal("drill-reading", RunSection.Draw(view, "/hangfire/section", Markup.None).ToString());
    }

    [Fact]
    public void Copy_run_in_trouble_shows_the_percentage_and_when_it_goes_on()
    {
        var view = Views.Of(
            Views.Copy,
            700,
            (2, "checking", "the run has its turn"),
            (4, "copying", "the snapshot is shared"),
            (600, "waiting-for-copy", "copy rd-copy-x is creating, 62 %")).With(run => run with { Asked = true, Troubles = 2, NextStepAt = Views.Moment(730) });

        Approved.Equal("copy-waiting", RunSection.Draw(view, "/hangfire/section", Markup.None).ToString());
    }

    [Fact]
    public void Failed_drill_shows_its_verdict_and_what_was_left_behind()
    {
        var view = Views.Of(
            Views.Drill,
            9000,
            (2, "looking-at-guard-rails", "the run has its turn"), (2, "choosing", "14 of 14 guard rails hold"),
            (10, "restoring", "restore is asked for"),
            (700, "removing", "lms.public.t3 is damaged"),
            (8000, "finished", "1 of 24 relations is damaged.")).With(run => run with
        {
            FinishedAt = Views.Moment(8000), Outcome = RunOutcome.Fail, Summary = "1 of 24 relations is damaged.", Defect = "rd-scratch-x will not delete",
        });

        Approved.Equal("drill-failed", RunSection.Draw(view, "/hangfire/section", Markup.None).ToString());
    }

    [Fact]
    public void Drill_that_passed_shows_that_the_proof_of_its_copy_is_revoked_since()
    {
        var view = Views.Of(Views.Drill, 9000, (2, "looking-at-guard-rails", "the run has its turn"), (2, "choosing", "14 of 14 guard rails hold"), (700, "removing", "Pass: 24 relations were read."), (8000, "finished", "24 relations were read."))
            .With(static run => run with { FinishedAt = Views.Moment(8000), Outcome = RunOutcome.Pass, Level = "restores", Summary = "24 relations were read." });

        Approved.Equal("drill-revoked", RunSection.Draw(view with { Revocation = Views.Revocation }, "/hangfire/section", Markup.None).ToString());
        Assert.DoesNotContain("revoked", RunSection.Draw(view, "/hangfire/section", Markup.None).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Verdict_that_is_reached_is_shown_before_the_scratch_instance_is_gone()
    {
        var state = CanonicalJson.Write(new DrillState { Verdict = new Verdict { Outcome = RunOutcome.Pass, Sentence = "24 relations were read." } });
        var view = Views.Of(Views.Drill, 10, (1, "removing", "Pass: 24 relations were read.")).With(run => run with { State = state });

        Assert.Contains(
            "<p class=\"rd-line rd-good\"><strong>Verdict Pass:</strong> 24 relations were read. It counts once the scratch instance is removed.</p>",
            RunSection.Body(view).ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void State_of_another_version_is_told_and_leaves_the_rest_of_the_section()
    {
        var view = Views.Of(Views.Drill, 10, (1, "reading", "reads")).With(static run => run with { State = """{"relationsDone":"many"}""" });

        var body = RunSection.Body(view).ToString();

        Assert.Contains("<strong>How far it is cannot be told:</strong> A stored DrillState cannot be read", body, StringComparison.Ordinal);
        Assert.Contains("aria-current=\"step\"><th scope=\"row\">reading</th>", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_text_is_encoded()
    {
        const string Evil = "<script>alert(\"x\")</script>";
        var view = Views.Of(Views.Drill, 10, (1, Evil, Evil)).With(static run => run with { Database = Evil, Trigger = Evil });
        view = view with { Events = [view.Events[0] with { Operation = Evil, RequestId = Evil }] };
        var ended = view.With(static run => run with
        {
            FinishedAt = Views.Moment(9), Outcome = RunOutcome.Fail, Summary = Evil, Level = Evil, Defect = Evil,
        });

        foreach (var html in new[] { RunSection.Draw(view, Evil, Markup.None), RunSection.Draw(ended with { Revocation = Views.Revocation with { Places = [Evil] } }, Evil, Markup.None), RunSection.Draw(ended, Evil, Markup.None), RunSection.Problem(Evil) })
        {
            Assert.DoesNotContain("<script", html.ToString(), StringComparison.Ordinal);
            Assert.Contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;", html.ToString(), StringComparison.Ordinal);
        }
    }
}
