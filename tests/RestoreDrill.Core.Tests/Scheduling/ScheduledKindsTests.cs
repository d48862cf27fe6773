using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Scheduling;

namespace RestoreDrill.Core.Tests.Scheduling;

public sealed class ScheduledKindsTests
{
    private readonly DatabaseSchedule _schedule = new() { Copy = new RunSchedule { Cron = "0 1 * * *" }, Drill = new RunSchedule { Cron = "0 3 * * *" } };

    [Fact]
    public void Each_kind_that_recurs_has_its_own_schedule_and_name()
    {
        Assert.Equal(("0 1 * * *", "copy:courses"), (_schedule.Of(RunKind.Copy)?.Cron, JobNames.Of(RunKind.Copy, "courses")));
        Assert.Equal(("0 3 * * *", "drill:courses"), (_schedule.Of(RunKind.Drill)?.Cron, JobNames.Of(RunKind.Drill, "courses")));
    }

    [Fact]
    public void Emergency_restore_is_never_scheduled()
    {
        Assert.Null(_schedule.Of(RunKind.Restore));
        Assert.Empty(new ScheduleClock(_schedule).Occurrences(RunKind.Restore, Sample.Now, Sample.Now.AddDays(7)));
        Assert.Throws<ArgumentOutOfRangeException>(() => JobNames.Of(RunKind.Restore, "courses"));
        Assert.Throws<ArgumentOutOfRangeException>(() => _schedule.TextOf(RunKind.Restore));
    }
}
