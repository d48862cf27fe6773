using System.Text.RegularExpressions;
using Hangfire.Server;
using Hangfire.States;
using RestoreDrill.Core.Runs;
using RestoreDrill.Host.Service.Jobs;
using RestoreDrill.Host.Tests.Configuration;
using RestoreDrill.Host.Tests.Service.Setting;

namespace RestoreDrill.Host.Tests.Service.Jobs;

/// <summary>What is stored today is carried out by the releases to come: the literals here are never changed, only added to.</summary>
public sealed partial class JobCallTests(ServiceStores stores) : ServiceTest(stores)
{
    private const string Invocation =
        """{"Type": "RestoreDrill.Host.Service.Jobs.ServiceJobs, restoredrill", "Method": "DoAsync", "Arguments": "[\"\\\"copy:courses\\\"\",null,null]", "ParameterTypes": "[\"System.String\",\"Hangfire.Server.PerformContext, Hangfire.Core\",\"System.Threading.CancellationToken, mscorlib\"]"}""";

    private const string Arguments =
        """["\"copy:courses\"", null, null]""";

    private const string Recurring =
        """{"t":"RestoreDrill.Host.Service.Jobs.ServiceJobs, restoredrill","m":"DoAsync","p":["System.String","Hangfire.Server.PerformContext, Hangfire.Core","System.Threading.CancellationToken, mscorlib"],"a":["\"drill:courses\"",null,null]}""";

    [Fact]
    public void There_are_two_calls_and_each_takes_one_text()
    {
        var calls = typeof(ServiceJobs).GetMethods().Where(static method => method.DeclaringType == typeof(ServiceJobs)).ToList();

        Assert.Equal(["DoAsync", "GoOnAsync"], calls.Select(static call => call.Name).Order(StringComparer.Ordinal));
        Assert.All(calls, static call => Assert.Equal(
            [typeof(string), typeof(PerformContext), typeof(CancellationToken)], call.GetParameters().Select(static parameter => parameter.ParameterType)));
    }

    [Fact]
    public async Task Call_is_stored_as_every_release_stores_it()
    {
        await using var service = ServiceUnderTest.Compose(Store);
        var job = service.Client.Create(JobCall.Do("copy:courses"), new EnqueuedState());
        service.Registry().RegisterAll();

        Assert.Equal(
            $"{Invocation} {Arguments}",
            await service.ScalarAsync<string>($"select invocationdata::text || ' ' || arguments::text from hangfire.job where id = {job}"));
        Assert.Equal(Recurring, await service.ScalarAsync<string>("select value from hangfire.hash where key = 'recurring-job:drill:courses' and field = 'Job'"));
    }

    [Fact]
    public async Task Job_that_an_earlier_release_stored_is_carried_out()
    {
        await using var service = await ServiceUnderTest.StartAsync(Store);

        await service.SqlAsync(
            $"""
            insert into hangfire.job (id, statename, invocationdata, arguments, createdat) values (900, 'Enqueued', '{Invocation}', '{Arguments}', now());
            insert into hangfire.jobqueue (jobid, queue) values (900, 'scheduled');
            """);

        await EventuallyAsync(() => service.StateOf("900") == SucceededState.StateName, "the job succeeds");
        var run = await service.Records.FindByJobAsync("900", Ct);
        Assert.Equal((RunKind.Copy, "courses", RunOutcome.Copied), (run!.Kind, run.Database, run.Outcome!.Value));
    }

    [Fact]
    public async Task Recurring_job_that_an_earlier_release_stored_can_be_triggered()
    {
        await using var service = ServiceUnderTest.Compose(Store);
        await service.SqlAsync(
            $"""
            insert into hangfire.set (key, value, score) values ('recurring-jobs', 'drill:courses', 4102444800);
            insert into hangfire.hash (key, field, value) values
                ('recurring-job:drill:courses', 'Job', '{Recurring}'), ('recurring-job:drill:courses', 'Cron', '0 4 * * *'),
                ('recurring-job:drill:courses', 'TimeZoneId', 'UTC'), ('recurring-job:drill:courses', 'NextExecution', '4102444800000'), ('recurring-job:drill:courses', 'V', '2');
            """);

        Assert.Null(service.RecurringJob("drill:courses").LoadException);
        var call = service.Details(service.Recurring.TriggerJob("drill:courses")).Job;
        Assert.Equal((typeof(ServiceJobs), nameof(ServiceJobs.DoAsync)), (call.Type, call.Method.Name));
        Assert.Equal("drill:courses", call.Args[0]);
    }

    [Fact]
    public async Task Nothing_but_names_and_run_ids_is_ever_kept_with_Hangfire()
    {
        await using var service = await ServiceUnderTest.StartAsync(Store);
        var copy = service.Recurring.TriggerJob("copy:courses");
        await EventuallyAsync(() => service.StateOf(copy) == SucceededState.StateName, "the copy is made");
        var drill = service.Recurring.TriggerJob("drill:courses");
        service.Recurring.TriggerJob("sweep");
        service.Recurring.TriggerJob("watch");
        service.Recurring.TriggerJob("guard-rails");
        await OpenAsync(service, RunKind.Copy, job: "4711");
        await EventuallyAsync(
            async () => await service.ScalarAsync<long>("select count(*) from hangfire.job where statename = 'Succeeded'") >= 6 && service.StateOf(drill) == SucceededState.StateName,
            "all jobs succeed, the stuck copy's too");

        var arguments = (await service.ScalarAsync<string>("select string_agg(arguments::text, '|') from hangfire.job"))!.Split('|');
        Assert.All(arguments, static text => Assert.Matches(NameOrRun(), text));
        var everything = await service.ScalarAsync<string>(
            """
            select (select string_agg(t::text, '|') from hangfire.job t) || (select string_agg(t::text, '|') from hangfire.jobparameter t) || (select string_agg(t::text, '|') from hangfire.state t)
                || (select string_agg(t::text, '|') from hangfire.hash t) || (select string_agg(t::text, '|') from hangfire.server t)
            """);
        Assert.DoesNotContain(ConfigurationFolder.StorePassword, everything, StringComparison.Ordinal);
        Assert.DoesNotContain(new Npgsql.NpgsqlConnectionStringBuilder(Store).Password!, everything, StringComparison.Ordinal);
        Assert.DoesNotContain("Password=", everything, StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex("""^\["\\"(copy:courses|drill:courses|sweep|watch|guard-rails|[cd][0-9a-z]{11})\\"", null, null\]\z""")]
    private static partial Regex NameOrRun();
}
