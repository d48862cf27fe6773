using Hangfire.States;
using RestoreDrill.Core.Runs;
using RestoreDrill.Host.Running;
using RestoreDrill.Host.Service;
using RestoreDrill.Host.Service.Jobs;
using RestoreDrill.Host.Tests.Service.Setting;

namespace RestoreDrill.Host.Tests.Service;

public sealed class ServiceRequestTests(ServiceStores stores) : ServiceTest(stores)
{
    [Fact]
    public async Task Service_that_is_asked_carries_the_run_out_before_what_is_scheduled_in_the_name_of_who_asked()
    {
        await using var service = await ServiceUnderTest.StartAsync(Store);

        var request = await ServiceRequest.MakeAsync(service.Invocation, RunKind.Copy, "courses", Ct);

        Run? run = null;
        await EventuallyAsync(async () => (run = await request.AnswerAsync(Ct))?.FinishedAt is not null, "the run ends");
        Assert.Equal((RunOutcome.Copied, true, "cli:maria@laptop", request.Job), (run!.Outcome, run.Asked, run.Trigger, run.Job));
        await EventuallyAsync(() => service.StateOf(request.Job) == SucceededState.StateName, "the job succeeds");
        Assert.All(
            service.History(request.Job).Where(static state => state.StateName == EnqueuedState.StateName), static state => Assert.Equal(Queues.Asked, state.Data["Queue"]));
    }

    [Fact]
    public async Task Service_that_has_a_run_under_way_answers_with_it()
    {
        Run open;
        // Before the service looks: on a slow machine a run that nobody holds yet is soon idle for long.
        await using (var before = ServiceUnderTest.Compose(Store))
        {
            open = await OpenAsync(before, RunKind.Copy);
            Assert.NotNull(await before.Records.TryAcquireAsync(open.Id, "a process at work", TimeSpan.FromMinutes(10), Ct));
        }

        await using var service = await ServiceUnderTest.StartAsync(Store);

        var request = await ServiceRequest.MakeAsync(service.Invocation, RunKind.Copy, "courses", Ct);

        await EventuallyAsync(async () => await request.AnswerAsync(Ct) is { } run && run.Id == open.Id, "the open run is the answer");
    }

    [Fact]
    public async Task Nobody_is_asked_while_no_service_runs()
    {
        await using var service = ServiceUnderTest.Compose(Store);

        var refused = await Assert.ThrowsAsync<UsageException>(() => ServiceRequest.MakeAsync(service.Invocation, RunKind.Copy, "courses", Ct));

        Assert.Contains("restoredrill serve", refused.Next, StringComparison.Ordinal);
        Assert.Equal(0, await service.ScalarAsync<long>("select count(*) from hangfire.job"));
    }

    [Fact]
    public async Task Store_that_goes_away_is_said_to_be_away_and_the_request_is_still_there_when_it_is_back()
    {
        await using var service = await ServiceUnderTest.StartAsync(Store);
        var request = await ServiceRequest.MakeAsync(service.Invocation, RunKind.Copy, "courses", Ct);

        await Stores.Cluster.StopAsync(Ct);
        try
        {
            await Assert.ThrowsAsync<StoreUnavailableException>(() => request.AnswerAsync(Ct));
            await Assert.ThrowsAsync<StoreUnavailableException>(() => request.IsServedAsync(Ct));
            await Assert.ThrowsAsync<StoreUnavailableException>(() => ServiceRequest.MakeAsync(service.Invocation, RunKind.Copy, "courses", Ct));
        }
        finally
        {
            await Stores.Cluster.StartAsync(Ct);
        }

        await EventuallyAsync(async () => await request.AnswerAsync(Ct) is { FinishedAt: not null }, "the run ends", seconds: 60);
    }
}
