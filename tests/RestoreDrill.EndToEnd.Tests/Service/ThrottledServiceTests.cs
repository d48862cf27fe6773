using RestoreDrill.EndToEnd.Tests.Setting;

namespace RestoreDrill.EndToEnd.Tests.Service;

/// <summary>How many calls a run makes, and that it finishes when AWS refuses three of ten.</summary>
[Collection(nameof(DisturbedSharedSandbox))]
public sealed class ThrottledServiceTests(SharedSandbox shared, ITestOutputHelper output)
{
    // Measured (28 and 26; docs/service.md says what they are), and a margin for polls of a sandbox on a busy machine. A drill asks 19 times more to look at the guard rails.
    private const int CopyBudget = 40;
    private const int DrillBudget = 60;

    private const int RolesOfTheVault = 2;

    [Fact]
    public async Task Runs_stay_inside_their_budget_of_calls_and_finish_while_three_of_ten_are_throttled()
    {
        await using var workbench = (await shared.NewWorkbenchAsync()).ForService();
        workbench.Set("Timing:Trouble", "00:02:00");

        // A second more of the sandbox's real work is one poll more, not five: what is counted is what a run asks, not how fast this machine is.
        workbench.Set("Timing:Poll", "00:00:01");
        await using var service = await ServiceProcess.StartAsync(workbench);

        var copy = await CallsOfAsync(workbench, service, "copy", 1, "copied");
        var drill = await CallsOfAsync(workbench, service, "drill", 1, "pass");
        shared.Sandbox.Control.Throttle(times: null, share: 0.3);
        try
        {
            var throttledCopy = await CallsOfAsync(workbench, service, "copy", 2, "copied");
            var throttledDrill = await CallsOfAsync(workbench, service, "drill", 2, "pass");

            // Each refused call is made again by the SDK, which waits in between, or by the next step.
            Assert.InRange(throttledCopy, 1, CopyBudget * 2);
            Assert.InRange(throttledDrill, 1, DrillBudget * 2);
        }
        finally
        {
            shared.Sandbox.Control.ClearFaults();
        }

        Assert.InRange(copy, 1, CopyBudget);
        Assert.InRange(drill, 1, DrillBudget);
    }

    private async Task<int> CallsOfAsync(Workbench workbench, ServiceProcess service, string kind, int count, string outcome)
    {
        var before = shared.Sandbox.Control.Calls.Count;
        var started = TimeProvider.System.GetTimestamp();
        await service.Dashboard.TriggerAsync($"{kind}:{Workbench.Database}");
        var run = (await workbench.UntilFinishedAsync(kind, count, TimeSpan.FromSeconds(120)))[^1];
        Assert.True(run.Outcome == outcome, run.ToString());

        var calls = shared.Sandbox.Control.Calls.Skip(before).ToList();
        var refused = calls.Count(static call => call.Outcome == "Throttling");
        var byAction = calls.GroupBy(static call => call.Action).OrderByDescending(static group => group.Count());
        output.WriteLine(
            $"{kind} {count}: {calls.Count} calls, {refused} of them throttled, {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0.0} s: "
            + string.Join(", ", byAction.Select(static group => $"{group.Count()} {group.Key}")));

        // A role has one policy for each installation of the sandbox that tests share, and every one of them is read; an account has one for each of its own.
        var policies = calls.Count(static call => call.Action == "GetRolePolicy");
        return calls.Count - Math.Max(0, policies - RolesOfTheVault);
    }
}
