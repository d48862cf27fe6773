using Hangfire;
using Hangfire.Storage;
using RestoreDrill.Host.Service.Jobs;
using RestoreDrill.Host.Tests.Service.Setting;

namespace RestoreDrill.Host.Tests.Service.Recurring;

public sealed class RecurringRegistryTests(ServiceStores stores) : ServiceTest(stores)
{
    private const string Drill = "drill:courses";

    private ServiceUnderTest _service = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _service = ServiceUnderTest.Compose(Store);
        _service.Registry().RegisterAll();
    }

    public override async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await base.DisposeAsync();
    }

    [Theory]
    [InlineData("copy:courses", "0 2 * * *", "Europe/Berlin", MisfireHandlingMode.Relaxed)]
    [InlineData(Drill, "0 4 * * Sun", "Europe/Berlin", MisfireHandlingMode.Relaxed)]
    [InlineData("sweep", "*/10 * * * *", "UTC", MisfireHandlingMode.Relaxed)]
    [InlineData("watch", "*/5 * * * *", "UTC", MisfireHandlingMode.Relaxed)]
    [InlineData("guard-rails", "43 4 * * *", "UTC", MisfireHandlingMode.Relaxed)]
    public async Task Registered_is_what_the_configuration_says(string name, string cron, string zone, MisfireHandlingMode misfire)
    {
        var found = _service.RecurringJob(name);

        Assert.Equal((cron, zone), (found.Cron, found.TimeZoneId));
        Assert.Equal(((int)misfire).ToString(System.Globalization.CultureInfo.InvariantCulture), await FieldAsync(name, "Misfire") ?? "0");
        Assert.Equal([name, null], found.Job.Args.Take(2));
    }

    [Fact]
    public async Task Next_moment_of_a_registered_job_is_kept_at_the_next_start()
    {
        var marked = await FieldAsync(Drill, "NextExecution");
        await _service.SqlAsync("update hangfire.hash set value = '4102444800000' where key = 'recurring-job:drill:courses' and field = 'NextExecution'");

        _service.Registry().RegisterAll();

        Assert.NotEqual("4102444800000", marked);
        Assert.Equal("4102444800000", await FieldAsync(Drill, "NextExecution"));
    }

    [Fact]
    public async Task Jobs_that_are_fine_are_not_touched()
    {
        var before = await EverythingAsync();

        Assert.Empty(_service.Registry().Restore());

        Assert.Equal(before, await EverythingAsync());
    }

    [Fact]
    public void Missing_job_is_back()
    {
        _service.Recurring.RemoveIfExists(Drill);

        RestoresOnly("it was missing");
    }

    [Fact]
    public async Task Job_that_Hangfire_disabled_is_back()
    {
        await DisableAsync("Error", "System.IO.IOException: disk full\n   at Somewhere");
        Assert.Null(_service.RecurringJob(Drill).NextExecution);

        RestoresOnly("Hangfire had disabled it: System.IO.IOException: disk full");
    }

    [Fact]
    public async Task Job_that_was_disabled_without_a_word_is_back()
    {
        await DisableAsync("V", "2");

        RestoresOnly("Hangfire had disabled it");
    }

    [Fact]
    public async Task Job_that_Hangfire_still_tries_to_schedule_keeps_the_moment_it_tries_again()
    {
        await _service.SqlAsync(
            $"""
            update hangfire.hash set value = '4102444800000' where key = 'recurring-job:{Drill}' and field = 'NextExecution';
            insert into hangfire.hash (key, field, value) values ('recurring-job:{Drill}', 'Error', 'no space left'), ('recurring-job:{Drill}', 'RetryAttempt', '3');
            """);

        Assert.Empty(_service.Registry().Restore());
        _service.Registry().RegisterAll();

        Assert.Equal("4102444800000", await FieldAsync(Drill, "NextExecution"));
    }

    [Fact]
    public async Task Job_whose_call_no_release_can_load_is_back()
    {
        await _service.SqlAsync($"update hangfire.hash set value = replace(value, 'DoAsync', 'GoneAsync') where key = 'recurring-job:{Drill}' and field = 'Job'");
        Assert.NotNull(_service.RecurringJob(Drill).LoadException);

        Assert.StartsWith("Hangfire could not load it", RestoresOnly(null), StringComparison.Ordinal);
    }

    [Fact]
    public void Schedule_of_a_host_that_started_later_is_left_alone_until_the_next_start()
    {
        _service.Recurring.AddOrUpdate(Drill, JobCall.Do(Drill), "0 5 * * *", new RecurringJobOptions());

        Assert.Empty(_service.Registry().Restore());
        Assert.Equal(("0 5 * * *", "UTC"), (_service.RecurringJob(Drill).Cron, _service.RecurringJob(Drill).TimeZoneId));

        _service.Registry().RegisterAll();
        Assert.Equal(("0 4 * * Sun", "Europe/Berlin"), (_service.RecurringJob(Drill).Cron, _service.RecurringJob(Drill).TimeZoneId));
    }

    [Fact]
    public void Start_takes_out_what_is_not_scheduled_any_more()
    {
        _service.Recurring.AddOrUpdate("drill:gone", JobCall.Do("drill:gone"), "0 5 * * *", new RecurringJobOptions());
        _service.Recurring.AddOrUpdate("copy:gone", JobCall.Do("copy:gone"), "0 5 * * *", new RecurringJobOptions());

        Assert.Empty(_service.Registry().Restore());
        Assert.NotNull(_service.RecurringJob("drill:gone"));

        _service.Registry().RegisterAll();
        using var connection = _service.Storage.GetConnection();
        Assert.Equal(["copy:courses", Drill, "guard-rails", "sweep", "watch"], connection.GetRecurringJobs().Select(static job => job.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Jobs_of_other_names_are_left_alone()
    {
        _service.Recurring.AddOrUpdate("prune:courses", JobCall.Do("prune:courses"), "0 1 * * *", new RecurringJobOptions());
        var before = _service.RecurringJob("prune:courses");

        Assert.Empty(_service.Registry().Restore());
        _service.Registry().RegisterAll();

        var after = _service.RecurringJob("prune:courses");
        Assert.Equal((before.Cron, before.NextExecution, before.CreatedAt), (after.Cron, after.NextExecution, after.CreatedAt));
    }

    /// <summary>Restores, and asserts that the drill is as configured again and nothing else was touched.</summary>
    private string RestoresOnly(string? reason)
    {
        var (job, said) = Assert.Single(_service.Registry().Restore());

        Assert.Equal(Drill, job.Name);
        Assert.Equal(reason ?? said, said);
        var found = _service.RecurringJob(Drill);
        Assert.NotNull(found.NextExecution);
        Assert.Null(found.Error);
        Assert.Null(found.LoadException);
        Assert.Equal(("0 4 * * Sun", "Europe/Berlin"), (found.Cron, found.TimeZoneId));
        Assert.Equal(nameof(ServiceJobs.DoAsync), found.Job.Method.Name);
        Assert.Equal(Drill, found.Job.Args[0]);
        Assert.Empty(_service.Registry().Restore());
        return said;
    }

    /// <summary>What Hangfire leaves after the sixth failed attempt (RecurringJobEntity.Disable, 1.8.25).</summary>
    private Task DisableAsync(string field, string value) => _service.SqlAsync(
        $"""
        delete from hangfire.hash where key = 'recurring-job:{Drill}' and field in ('NextExecution', '{field}');
        insert into hangfire.hash (key, field, value) values ('recurring-job:{Drill}', 'NextExecution', ''), ('recurring-job:{Drill}', '{field}', '{value}');
        update hangfire.set set score = -1 where key = 'recurring-jobs' and value = '{Drill}';
        """);

    private Task<string?> FieldAsync(string name, string field) =>
        _service.ScalarAsync<string>($"select value from hangfire.hash where key = 'recurring-job:{name}' and field = '{field}'");

    private Task<string?> EverythingAsync() => _service.ScalarAsync<string>(
        "select (select string_agg(h::text, ';' order by h.id) from hangfire.hash h) || (select string_agg(s::text, ';' order by s.id) from hangfire.set s)");
}
