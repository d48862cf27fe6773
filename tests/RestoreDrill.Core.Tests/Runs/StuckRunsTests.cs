using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Tests.Runs;

public sealed class StuckRunsTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData(JobLife.Alive, false, 301, "its next step has been due for 00:05:01 and nobody made it")]
    [InlineData(JobLife.Alive, false, 300, null)]
    [InlineData(JobLife.Alive, false, -60, null)]
    [InlineData(JobLife.Alive, true, 301, null)]
    [InlineData(JobLife.Ended, false, -60, "its job 17 has ended")]
    [InlineData(JobLife.Ended, true, 301, null)]
    [InlineData(JobLife.Missing, false, 0, "its job 17 does not exist any more")]
    public void Run_with_a_job_is_stuck_when_it_is_idle_or_its_job_is_not_alive(JobLife life, bool leased, int idleSeconds, string? reason) =>
        Assert.Equal(reason, ReasonOf(Open("17", leased, idleSeconds), life));

    [Theory]
    [InlineData(false, 301, true)]
    [InlineData(false, 300, false)]
    [InlineData(true, 301, false)]
    public void Run_without_a_job_is_stuck_when_it_is_idle(bool leased, int idleSeconds, bool stuck) =>
        Assert.Equal(stuck, ReasonOf(Open(null, leased, idleSeconds), JobLife.Missing) is not null);

    [Fact]
    public void Stuck_runs_come_in_the_given_order()
    {
        OpenRun[] open = [Open("3", false, 0), Open("1", false, 0), Open("2", false, 0)];

        var stuck = StuckRuns.Find(open, static job => job == "1" ? JobLife.Alive : JobLife.Missing, Limit);

        Assert.Equal(["3", "2"], stuck.Select(static found => found.Run.Run.Job));
    }

    [Fact]
    public void Emergency_restore_is_never_taken_up_by_a_service()
    {
        var open = Open(null, leased: false, 100_000);

        Assert.Null(ReasonOf(open with { Run = open.Run with { Kind = RunKind.Restore } }, JobLife.Missing));
    }

    private static string? ReasonOf(OpenRun open, JobLife life) => StuckRuns.Find([open], _ => life, Limit) is [var (_, reason)] ? reason : null;

    private static OpenRun Open(string? job, bool leased, int idleSeconds) => new(
        new Run
        {
            Id = Sample.Drill,
            Kind = RunKind.Drill,
            Database = Sample.Database,
            Trigger = "test",
            Job = job,
            Phase = "reading",
            PhaseSince = Sample.Now,
            Troubles = 0,
            State = "{}",
            CreatedAt = Sample.Now,
        },
        leased,
        TimeSpan.FromSeconds(idleSeconds));
}
