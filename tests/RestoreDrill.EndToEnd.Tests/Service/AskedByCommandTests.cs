using RestoreDrill.EndToEnd.Tests.Setting;

namespace RestoreDrill.EndToEnd.Tests.Service;

/// <summary>Runs that a command asks the service for.</summary>
public sealed class AskedByCommandTests(SharedSandbox shared)
{
    [Fact]
    public async Task Command_asks_the_service_looks_on_and_ends_as_the_run_does()
    {
        await using var workbench = (await shared.NewWorkbenchAsync()).ForService();
        var nobody = (await workbench.RunAsync("copy", Workbench.Database, "--service")).MustExit(2);
        Assert.Contains("No service works on this store", nobody.Errors, StringComparison.Ordinal);
        Assert.Empty(await workbench.RunsAsync("copy"));

        await using var service = await ServiceProcess.StartAsync(workbench);
        (await workbench.RunAsync("copy", Workbench.Database, "--service")).MustExit(0);
        var drill = (await workbench.RunAsync("drill", Workbench.Database, "--service", "--output", "json")).MustExit(0);

        var run = Assert.Single(await workbench.RunsAsync("drill"));
        Assert.True((run.Outcome, run.Asked) is ("pass", true), run.ToString());
        Assert.Equal(run.Id, (string?)drill.Json["run"]!["id"]);
        Assert.Equal(run.Job, (string?)drill.Json["run"]!["job"]);
        Assert.StartsWith("cli:", (string?)drill.Json["run"]!["trigger"], StringComparison.Ordinal);
        Assert.Contains(run.Id, service.Log, StringComparison.Ordinal);
        var (_, page) = await service.Dashboard.GetAsync($"/hangfire/jobs/details/{run.Job}");
        Assert.Contains(run.Id, page, StringComparison.Ordinal);
    }
}
