using System.Net;
using System.Text.RegularExpressions;
using Npgsql;
using RestoreDrill.EndToEnd.Tests.Setting;
using RestoreDrill.Sandbox.Control;

namespace RestoreDrill.EndToEnd.Tests.Service;

/// <summary>Four services on one store, two of them on hosts whose clocks are five minutes apart; every button of the dashboard, on every job.</summary>
public sealed partial class ManyServicesTests(SharedSandbox shared)
{
    private const string Drill = $"drill:{Workbench.Database}";

    [Fact]
    public async Task Four_services_with_clocks_apart_and_every_button_pressed_make_one_drill_and_show_no_secret()
    {
        await using var workbench = (await shared.NewWorkbenchAsync()).ForService();
        // Every press takes the drill's job from under it: who takes it up again sets a new master password, which is slow on a busy machine.
        workbench.Set("Timing:PasswordReset", "00:02:00");
        var hangfire = new HangfireStore(workbench);
        ServiceProcess[] services =
        [
            ServiceProcess.Launch(workbench),
            ServiceProcess.Launch(workbench),
            ServiceProcess.Launch(workbench, HostClock.ShiftedBy(TimeSpan.FromSeconds(150))),
            ServiceProcess.Launch(workbench, HostClock.ShiftedBy(TimeSpan.FromSeconds(-150))),
        ];
        try
        {
            await Task.WhenAll(services.Select(static service => service.WaitUntilReadyAsync()));
            var refused = await TriggerAtOnceAsync(services, $"copy:{Workbench.Database}");
            Assert.Equal("copied", Assert.Single(await workbench.UntilFinishedAsync("copy", 1)).Outcome);
            Assert.Single(await Cloud.SnapshotsAsync(shared.Cloud.Vault, workbench.CopyPrefix));

            shared.Sandbox.Control.Stall(new Stall(workbench.ScratchPrefix + "*", "creating"));
            refused += await TriggerAtOnceAsync(services, Drill);
            await workbench.UntilAsync("drill", "waiting", static runs => runs is [{ Phase: "waiting-for-available" }], TimeSpan.FromSeconds(120));
            var states = await PressEverythingAsync(workbench, hangfire, services);
            Assert.Superset(new HashSet<string> { "Succeeded", "Deleted", "Failed" }, new HashSet<string>(states));

            shared.Sandbox.Control.Release(workbench.ScratchPrefix + "*");
            await workbench.UntilFinishedAsync("drill", 1);
            states = await PressEverythingAsync(workbench, hangfire, services);
            Assert.Superset(new HashSet<string> { "Succeeded", "Deleted", "Failed" }, new HashSet<string>(states));
            await UntilIdleAsync(hangfire, refused);

            var drill = Assert.Single(await workbench.RunsAsync("drill"));
            Assert.True((drill.Outcome, drill.Defect) is ("pass", null), drill.ToString());
            Assert.Single(await workbench.RunsAsync("copy"));
            Assert.Empty(await shared.Cloud.InstancesAsync(workbench.ScratchPrefix));
            Assert.Equal(1, Made(workbench, "RestoreDBInstanceFromDBSnapshot"));
            Assert.Equal(1, Made(workbench, "DeleteDBInstance"));
            await MustShowNoSecretAsync(workbench, hangfire, services[0]);
        }
        catch (Exception e) when (e is TimeoutException or HttpRequestException or Xunit.Sdk.XunitException)
        {
            throw new InvalidOperationException($"{e.Message}\n{string.Join("\n\n", services.Select(static service => service.Log))}", e);
        }
        finally
        {
            shared.Sandbox.Control.Release(workbench.ScratchPrefix + "*");
            foreach (var service in services)
            {
                await service.DisposeAsync();
            }
        }
    }

    /// <summary>
    /// Presses "trigger now" on all services at the same moment. Hangfire.PostgreSql 1.x may refuse one of two presses of the same recurring job in the same
    /// millisecond (23505 on hash_key_field_key), which the dashboard answers with 500 and a person with another press. How many presses were refused: each may
    /// leave a job without a state, which never runs and expires.
    /// </summary>
    private static async Task<int> TriggerAtOnceAsync(ServiceProcess[] services, string job)
    {
        var presses = await Task.WhenAll(services.Select(async service =>
        {
            try
            {
                await service.Dashboard.TriggerAsync(job);
                return null;
            }
            catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.InternalServerError)
            {
                return service;
            }
        }));
        Assert.Contains(null, presses);
        var refused = presses.OfType<ServiceProcess>().ToList();
        foreach (var service in refused)
        {
            await service.Dashboard.TriggerAsync(job);
        }

        return refused.Count;
    }

    /// <summary>Deletes the job that carries the drill and another one, lets a third fail, and requeues every job on every service; the states that were requeued.</summary>
    private static async Task<IReadOnlySet<string>> PressEverythingAsync(Workbench workbench, HangfireStore hangfire, ServiceProcess[] services)
    {
        var states = new HashSet<string>();
        var jobs = await WithStateAsync(hangfire);
        var carrying = (await workbench.RunsAsync("drill")).Single().Job!;
        await services[1].Dashboard.DeleteAsync(carrying);
        var others = jobs.Where(job => job.Id != carrying).Select(static job => job.Id).ToList();
        await services[2].Dashboard.DeleteAsync(others[0]);
        hangfire.Fail(others[1]);
        foreach (var service in services)
        {
            foreach (var (id, state) in await WithStateAsync(hangfire))
            {
                states.Add(state);
                await service.Dashboard.RequeueAsync(id);
            }
        }

        return states;
    }

    /// <summary>The drill's jobs but for what a refused press left without a state: Hangfire answers 422 to every button for such a job.</summary>
    private static async Task<IReadOnlyList<(string Id, string State)>> WithStateAsync(HangfireStore hangfire) =>
        [.. (await hangfire.JobsOfAsync(Drill)).Where(static job => job.State.Length > 0)];

    private static async Task UntilIdleAsync(HangfireStore hangfire, int refused)
    {
        for (var i = 0; i < 300; i++)
        {
            var jobs = await hangfire.JobsOfAsync(Workbench.Database);
            if (jobs.All(static job => job.State is "Succeeded" or "Failed" or "Deleted" or "") && jobs.Count(static job => job.State.Length == 0) <= refused)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, CancellationToken.None);
        }

        throw new TimeoutException($"Jobs are still under way after 60 s: {string.Join(", ", await hangfire.JobsOfAsync(Workbench.Database))}");
    }

    private int Made(Workbench workbench, string action) => shared.CallsOf(workbench).Count(call => call.Action == action);

    private async Task MustShowNoSecretAsync(Workbench workbench, HangfireStore hangfire, ServiceProcess service)
    {
        var tables = await hangfire.EverythingAsync();
        Assert.Contains(Drill, tables["job"], StringComparison.Ordinal);
        var pages = await service.Dashboard.CrawlAsync();
        Assert.Contains(pages.Keys, static path => path.Contains("/jobs/details/", StringComparison.Ordinal));
        Assert.Contains("/hangfire/recurring", pages.Keys);

        var secrets = shared.Sandbox.Keys.Select(static keys => keys.SecretAccessKey)
            .Append(new NpgsqlConnectionStringBuilder(workbench.Store).Password!)
            .Append(Cloud.MasterPassword);
        foreach (var (name, text) in tables.Concat(pages).Append(KeyValuePair.Create("log", service.Log)))
        {
            Assert.All(secrets, secret => Assert.False(text.Contains(secret, StringComparison.Ordinal), $"{name} shows a secret"));
            Assert.False(PasswordForm().IsMatch(text), $"{name} shows what looks like a master password: {PasswordForm().Match(text).Value}");
        }
    }

    // A master password is made of 40 of these characters; nothing else of that form belongs here.
    [GeneratedRegex("(?<![A-Za-z0-9_-])(?=[^a-z\n]*[a-z])(?=[^A-Z\n]*[A-Z])[A-HJ-NP-Za-km-z2-9_-]{40}(?![A-Za-z0-9_-])")]
    private static partial Regex PasswordForm();
}
