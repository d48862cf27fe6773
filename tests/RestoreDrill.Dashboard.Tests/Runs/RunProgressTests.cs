using RestoreDrill.Core.Runs;
using RestoreDrill.Dashboard.Runs;

namespace RestoreDrill.Dashboard.Tests.Runs;

public sealed class RunProgressTests
{
    [Theory]
    [InlineData("waiting-for-copy", "copy x is creating, 62 %", 62)]
    [InlineData("waiting-for-snapshot", "snapshot rd-1 is creating, 0 %", 0)]
    [InlineData("waiting-for-copy", "copy x is creating, 100 %", 100)]
    [InlineData("waiting-for-copy", "copy x is pending", null)]
    [InlineData("waiting-for-copy", "copy x is creating, 620 %", null)]
    [InlineData("sharing", "copy x is creating, 62 %", null)]
    public void Copy_run_tells_what_AWS_told_last(string phase, string note, int? percent)
    {
        var progress = RunProgress.Of(Views.Of(Views.Copy, 10, (1, phase, note)).Run);

        Assert.Equal(percent is null ? null : new RunProgress(percent.Value, 100, $"{percent} %, says AWS"), progress);
    }

    [Theory]
    [InlineData("reading", 0, "0 of 9 relations are read")]
    [InlineData("taking-control", 4, "4 of 9 relations are read")]
    [InlineData("restoring", 4, null)]
    [InlineData("concluding", 9, null)]
    public void Drill_tells_the_relations_it_has_read(string phase, int done, string? text)
    {
        var run = Views.Of(Views.Drill, 10, (1, phase, "reads")).Run with { State = Views.Reading(done, 9) };

        Assert.Equal(text is null ? null : new RunProgress(done, 9, text), RunProgress.Of(run));
    }

    [Fact]
    public void Drill_that_has_listed_nothing_tells_nothing() =>
        Assert.Null(RunProgress.Of(Views.Of(Views.Drill, 10, (1, "taking-control", "a password is set")).Run));

    [Fact]
    public void Finished_run_tells_nothing()
    {
        var run = Views.Of(Views.Copy, 10, (1, "waiting-for-copy", "62 %")).Run with { FinishedAt = Views.Begin, Outcome = RunOutcome.Failed };

        Assert.Null(RunProgress.Of(run));
    }
}
