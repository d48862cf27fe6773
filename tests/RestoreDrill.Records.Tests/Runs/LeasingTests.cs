using RestoreDrill.Core.Runs;
using RestoreDrill.Records.Tests.Store;

namespace RestoreDrill.Records.Tests.Runs;

public sealed class LeasingTests(StoreServer server) : StoreTest(server)
{
    [Fact]
    public async Task Acquire_of_a_held_lease_is_refused_until_it_expires()
    {
        var first = await OpenLeasedAsync();

        Assert.Null(await Store.TryAcquireAsync(first.Run.Id, "host-2", Minute, Ct));
        await ExpireLeaseAsync(first);
        var second = await Store.TryAcquireAsync(first.Run.Id, "host-2", Minute, Ct);

        Assert.Equal(first.Fence + 1, second?.Fence);
        Assert.Null(await Store.TryAcquireAsync(first.Run.Id, "host-1", Minute, Ct));
    }

    /// <summary>However long a line of this takes: what is refused was asked before the end of the lease, and what is given is given after it.</summary>
    [Fact]
    public async Task Acquire_ends_by_the_clock_of_the_database()
    {
        var run = await OpenAsync();
        Assert.NotNull(await Store.TryAcquireAsync(run.Id, "host-1", TimeSpan.FromMilliseconds(500), Ct));
        var end = await ScalarAsync<DateTime>($"select lease_until from restoredrill.run where id = '{run.Id}'");

        for (RunLease? second = null; second is null;)
        {
            var asked = await ScalarAsync<DateTime>("select clock_timestamp()");
            second = await Store.TryAcquireAsync(run.Id, "host-2", Minute, Ct);
            Assert.True(second is not null || asked < end, $"Refused although it was asked at {asked:O}, after {end:O}.");
        }

        Assert.True(await ScalarAsync<DateTime>("select clock_timestamp()") >= end, $"Given before {end:O}.");
    }

    [Fact]
    public async Task Acquire_by_the_owner_again_keeps_the_fence()
    {
        var first = await OpenLeasedAsync();

        Assert.Equal(first.Fence, (await Store.TryAcquireAsync(first.Run.Id, "host-1", Minute, Ct))?.Fence);
        await ExpireLeaseAsync(first);
        Assert.Equal(first.Fence, (await Store.TryAcquireAsync(first.Run.Id, "host-1", Minute, Ct))?.Fence);
        Assert.Null(await Store.TryAcquireAsync(first.Run.Id, "host-2", Minute, Ct));
    }

    [Fact]
    public async Task Acquire_from_sixteen_owners_gives_one_lease()
    {
        var run = await OpenAsync();

        var leases = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Store.TryAcquireAsync(run.Id, $"host-{i}", Minute, Ct)));

        Assert.Single(leases, static lease => lease is not null);
    }

    [Fact]
    public async Task Renew_holds_an_expired_lease_that_nobody_took()
    {
        var lease = await OpenLeasedAsync();
        await ExpireLeaseAsync(lease);

        Assert.True(await Store.TryRenewAsync(lease, Minute, Ct));
        Assert.Null(await Store.TryAcquireAsync(lease.Run.Id, "host-2", Minute, Ct));
    }

    [Fact]
    public async Task Renew_of_a_lost_lease_is_refused()
    {
        var lease = await OpenLeasedAsync();
        await ExpireLeaseAsync(lease);
        Assert.NotNull(await Store.TryAcquireAsync(lease.Run.Id, "host-2", Minute, Ct));

        Assert.False(await Store.TryRenewAsync(lease, Minute, Ct));
    }

    [Fact]
    public async Task Release_gives_the_run_to_the_next_and_the_old_lease_is_worth_nothing()
    {
        var first = await OpenLeasedAsync();
        await Store.ReleaseAsync(first, Ct);

        var second = await Store.TryAcquireAsync(first.Run.Id, "host-2", Minute, Ct);
        Assert.NotNull(second);
        await Store.ReleaseAsync(first, Ct);
        Assert.Null(await Store.TryAcquireAsync(first.Run.Id, "host-3", Minute, Ct));

        await Store.ReleaseAsync(second, Ct);
        var again = await Store.TryAcquireAsync(first.Run.Id, "host-1", Minute, Ct);
        Assert.True(again?.Fence > second.Fence);
        await Assert.ThrowsAsync<LeaseLostException>(() => Store.SaveAsync(first, Step(), Ct));
    }

    [Fact]
    public async Task Acquire_of_a_finished_run_is_refused()
    {
        var lease = await OpenLeasedAsync();
        await Store.SaveAsync(lease, Step(conclusion: new RunConclusion(RunOutcome.Fail, "It does not restore.")), Ct);

        Assert.Null(await Store.TryAcquireAsync(lease.Run.Id, "host-1", Minute, Ct));
        Assert.False(await Store.TryRenewAsync(lease, Minute, Ct));
        await Store.ReleaseAsync(lease, Ct);
    }
}
