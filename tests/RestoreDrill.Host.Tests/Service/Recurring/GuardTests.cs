using Hangfire;
using RestoreDrill.Core.Watching;
using RestoreDrill.Host.Service.Jobs;
using RestoreDrill.Host.Tests.Service.Setting;

namespace RestoreDrill.Host.Tests.Service.Recurring;

public sealed class GuardTests(ServiceStores stores) : ServiceTest(stores)
{
    [Fact]
    public async Task Recurring_job_that_is_lost_while_the_service_runs_is_back_and_recorded_once()
    {
        await using var service = await ServiceUnderTest.StartAsync(Store);

        service.Recurring.RemoveIfExists("drill:courses");
        await EventuallyAsync(async () => (await IncidentsAsync(service, IncidentKind.RecurringRestored)).Count > 0, "an incident is recorded");

        Assert.NotNull(service.RecurringJob("drill:courses").NextExecution);
        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, Ct);
        var incident = Assert.Single(await IncidentsAsync(service, IncidentKind.RecurringRestored));
        Assert.Equal("drill:courses", incident.Subject);
        Assert.Contains("it was missing", incident.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_restored_while_nothing_could_be_recorded_is_recorded_later()
    {
        await using var service = await ServiceUnderTest.StartAsync(Store);

        await service.SqlAsync("alter table restoredrill.incident rename to away");
        service.Recurring.RemoveIfExists("copy:courses");
        await EventuallyAsync(() => Recurs(service, "copy:courses"), "the copy recurs again");
        await Task.Delay(TimeSpan.FromSeconds(0.5), TimeProvider.System, Ct);
        await service.SqlAsync("alter table restoredrill.away rename to incident");

        await EventuallyAsync(async () => (await IncidentsAsync(service, IncidentKind.RecurringRestored)).Count > 0, "an incident is recorded");
        Assert.Equal("copy:courses", Assert.Single(await IncidentsAsync(service, IncidentKind.RecurringRestored)).Subject);
    }

    [Fact]
    public async Task Moment_that_could_not_be_scheduled_for_a_while_is_made_up_for()
    {
        await using (var before = ServiceUnderTest.Compose(Store))
        {
            before.Registry().RegisterAll();
            await before.SqlAsync(
                """
                alter table hangfire.jobparameter rename to away;
                update hangfire.set set score = 0 where key = 'recurring-jobs' and value = 'copy:courses';
                update hangfire.hash set value = '1767225600000' where key = 'recurring-job:copy:courses' and field = 'NextExecution';
                insert into hangfire.hash (key, field, value) values ('recurring-job:copy:courses', 'LastExecution', '1767139200000');
                """);
        }

        // Hangfire tries again at each poll and disables the job after the sixth attempt: until then is the time to put the table back.
        await using var service = await ServiceUnderTest.StartAsync(Store, static configuration =>
        {
            ServiceUnderTest.Set(configuration, "Service:SchedulePoll", "00:00:05");
            ServiceUnderTest.Set(configuration, "Service:StuckAfter", "00:00:06");
        });
        await EventuallyAsync(() => service.RecurringJob("copy:courses").Error is { Length: > 0 }, "Hangfire cannot schedule the copy");
        await service.SqlAsync("alter table hangfire.away rename to jobparameter");

        await EventuallyAsync(() => service.RecurringJob("copy:courses").LastJobId is not null, "the copy is scheduled");
        Assert.Empty(await IncidentsAsync(service, IncidentKind.RecurringRestored));
    }

    [Fact]
    public async Task Start_registers_what_is_configured_and_takes_out_the_rest()
    {
        await using (var service = ServiceUnderTest.Compose(Store))
        {
            service.Recurring.AddOrUpdate("drill:books", JobCall.Do("drill:books"), "0 1 * * *", new RecurringJobOptions());
        }

        await using var started = await ServiceUnderTest.StartAsync(Store);

        using var connection = started.Storage.GetConnection();
        Assert.Equal(
            ["copy:courses", "drill:courses", "guard-rails", "sweep", "watch"],
            Hangfire.Storage.StorageConnectionExtensions.GetRecurringJobs(connection).Select(static job => job.Id).Order(StringComparer.Ordinal));
    }

    private static bool Recurs(ServiceUnderTest service, string name)
    {
        using var connection = service.Storage.GetConnection();
        return Hangfire.Storage.StorageConnectionExtensions.GetRecurringJobs(connection).Exists(job => job.Id == name);
    }
}
