using Hangfire.Storage.Monitoring;
using RestoreDrill.Dashboard.Runs;

namespace RestoreDrill.Dashboard.Tests.Runs;

public sealed class JoinedRunTests
{
    [Theory]
    [InlineData("\"d0twzdv73ern\"", true)]
    [InlineData("{\"Run\":\"d0twzdv73ern\"}", true)]
    [InlineData("{\"run\":\"d0twzdv73ern\",\"other\":1}", true)]
    [InlineData("{\"Run\":7}", false)]
    [InlineData("\"rm -rf\"", false)]
    [InlineData("d0twzdv73ern", false)]
    [InlineData("[1]", false)]
    [InlineData("", false)]
    public void Run_is_found_in_the_parameter_and_in_the_result(string json, bool found)
    {
        var byParameter = new JobDetailsDto { Properties = new Dictionary<string, string> { ["Run"] = json } };
        var byResult = new JobDetailsDto
        {
            History = [new StateHistoryDto { Data = new Dictionary<string, string>() }, new StateHistoryDto { Data = new Dictionary<string, string> { ["Result"] = json } }],
        };

        Assert.Equal(found ? Views.Drill : null, JoinedRun.Of(byParameter));
        Assert.Equal(found ? Views.Drill : null, JoinedRun.Of(byResult));
    }

    [Fact]
    public void Job_that_says_nothing_names_no_run() => Assert.Null(JoinedRun.Of(new JobDetailsDto()));
}
