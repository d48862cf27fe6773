using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Protection;
using RestoreDrill.Dashboard.Runs;

namespace RestoreDrill.Dashboard.Tests.Runs;

public sealed class PhaseLinesTests
{
    [Fact]
    public void Run_without_history_is_in_the_phase_it_was_opened_in()
    {
        var lines = PhaseLines.Of(Views.Of(Views.Drill, 5));

        Assert.Equal(DrillPhases.All, lines.Select(static line => line.Phase));
        Assert.Equal(new PhaseLine("waiting-for-turn", PhaseStatus.Current, Views.Begin, TimeSpan.FromSeconds(5), 1), lines[0]);
        Assert.All(lines.Skip(1), static line => Assert.Equal((PhaseStatus.ToCome, 0), (line.Status, line.Visits)));
    }

    [Fact]
    public void Phase_is_entered_with_its_first_event_and_left_with_the_next_phase()
    {
        var lines = PhaseLines.Of(Views.Of(Views.Drill, 100, (10, "choosing", "a"), (15, "choosing", "b"), (30, "restoring", "c")));

        Assert.Equal(new PhaseLine("waiting-for-turn", PhaseStatus.Done, Views.Begin, TimeSpan.FromSeconds(10), 1), Line(lines, "waiting-for-turn"));
        Assert.Equal(new PhaseLine("choosing", PhaseStatus.Done, Views.Moment(10), TimeSpan.FromSeconds(20), 1), Line(lines, "choosing"));
        Assert.Equal((PhaseStatus.PassedOver, 0), (Line(lines, "checking-target").Status, Line(lines, "checking-target").Visits));
        Assert.Equal(new PhaseLine("restoring", PhaseStatus.Current, Views.Moment(30), TimeSpan.FromSeconds(70), 1), Line(lines, "restoring"));
    }

    [Fact]
    public void Phase_that_was_left_for_an_earlier_one_will_be_gone_on_with()
    {
        var lines = PhaseLines.Of(Views.Of(
            Views.Drill, 100, (10, "taking-control", "a"), (20, "reading", "b"), (50, "taking-control", "another process sets a new password")));

        Assert.Equal(new PhaseLine("taking-control", PhaseStatus.Current, Views.Moment(50), TimeSpan.FromSeconds(60), 2), Line(lines, "taking-control"));
        Assert.Equal(new PhaseLine("reading", PhaseStatus.Interrupted, Views.Moment(20), TimeSpan.FromSeconds(30), 1), Line(lines, "reading"));
    }

    [Fact]
    public void Phase_outside_the_usual_order_stands_before_the_end()
    {
        var lines = PhaseLines.Of(Views.Of(Views.Copy, 100, (10, "checking", "a"), (20, "withdrawing", "b"), (30, "withdrawing", "c")));

        Assert.Equal([.. CopyPhases.Of(CopyRoute.RdsSnapshot).SkipLast(1), "withdrawing", "finished"], lines.Select(static line => line.Phase));
        Assert.Equal(PhaseStatus.Current, Line(lines, "withdrawing").Status);
        Assert.Equal(PhaseStatus.PassedOver, Line(lines, "copying").Status);
        Assert.Equal(PhaseStatus.ToCome, Line(lines, "finished").Status);
    }

    [Fact]
    public void Finished_run_is_in_no_phase_any_more()
    {
        var view = Views.Of(Views.Drill, 500, (10, "removing", "a"), (90, "finished", "b")).With(static run => run with { FinishedAt = Views.Moment(90) });

        var lines = PhaseLines.Of(view);

        Assert.DoesNotContain(lines, static line => line.Status is PhaseStatus.Current or PhaseStatus.ToCome);
        Assert.Equal(TimeSpan.FromSeconds(80), Line(lines, "removing").Spent);
        Assert.Equal(new PhaseLine("finished", PhaseStatus.Done, Views.Moment(90), TimeSpan.Zero, 1), Line(lines, "finished"));
    }

    private static PhaseLine Line(IReadOnlyList<PhaseLine> lines, string phase) => Assert.Single(lines, line => line.Phase == phase);
}
