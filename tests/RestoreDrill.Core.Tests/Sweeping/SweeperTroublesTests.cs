using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Refusals;
using RestoreDrill.Core.Sweeping;
using RestoreDrill.Core.Tests.Cloud;
using RestoreDrill.Core.Tests.Runs;
using RestoreDrill.Core.Watching;

namespace RestoreDrill.Core.Tests.Sweeping;

/// <summary>What goes wrong during a sweep.</summary>
public sealed class SweeperTroublesTests : SweeperScene
{
    [Fact]
    public async Task Removal_that_is_refused_is_reported_and_the_others_go_on()
    {
        var names = await AddFinishedAsync(3);
        Account.Asked = FailFirst(names[1], MemoryCloud.Refusal(CloudFault.AccessDenied, Delete, "AccessDenied"), int.MaxValue);

        Assert.Equal(new SweepReport(3, 2, 1), await SweepAsync());

        var left = Assert.Single(Incidents.Recorded, static incident => incident.Kind == IncidentKind.ScratchLeft);
        Assert.Equal(names[1], left.Subject);
        Assert.Contains("AccessDenied", left.Message, StringComparison.Ordinal);
        Assert.Contains("req-no", left.Message, StringComparison.Ordinal);
        Assert.Equal([$"{Delete} {names[0]}", $"{Delete} {names[2]}"], Account.Changes);
    }

    [Fact]
    public async Task Removal_that_is_throttled_is_reported_when_the_next_sweep_cannot_either()
    {
        var names = await AddFinishedAsync(1);
        Account.Asked = FailFirst(names[0], MemoryCloud.Refusal(CloudFault.Throttled, Delete, "Throttling"), 2);

        Assert.Equal(new SweepReport(1, 0, 1), await SweepAsync());
        Assert.Equal([IncidentKind.ScratchRemoved], Incidents.Recorded.Select(static incident => incident.Kind));
        Assert.Equal(new SweepReport(1, 0, 1), await SweepAsync());
        Assert.Equal([IncidentKind.ScratchRemoved, IncidentKind.ScratchLeft], Incidents.Recorded.Select(static incident => incident.Kind));
        Assert.Equal(new SweepReport(1, 1, 0), await SweepAsync());

        Assert.Equal(2, Incidents.Recorded.Count);
        Assert.Equal([$"{Delete} {names[0]}"], Account.Changes);
    }

    [Fact]
    public async Task Removal_is_on_record_before_it_is_asked_for()
    {
        var names = await AddFinishedAsync(1);
        Account.Answered = (operation, _) =>
        {
            if (operation == Delete)
            {
                throw new ProcessKilledException();
            }
        };

        await Assert.ThrowsAsync<ProcessKilledException>(SweepAsync);

        Assert.Equal([$"{Delete} {names[0]}"], Account.Changes);
        Assert.Equal((IncidentKind.ScratchRemoved, names[0]), (Assert.Single(Incidents.Recorded).Kind, Incidents.Recorded[0].Subject));
    }

    [Fact]
    public async Task Listing_that_fails_fails_the_sweep_and_none_is_recorded()
    {
        await AddFinishedAsync(1);
        Account.Asked = static operation =>
        {
            if (operation == "rds:DescribeDBInstances")
            {
                throw MemoryCloud.Unreachable(operation);
            }
        };

        await Assert.ThrowsAsync<CloudException>(SweepAsync);

        Assert.Empty(Sweeps.Reports);
        Assert.Empty(Incidents.Recorded);
    }

    [Fact]
    public async Task Store_of_another_installation_is_refused_before_anything_is_asked()
    {
        await AddFinishedAsync(1);
        Store.Owner = InstallationId.Parse("other");

        await Assert.ThrowsAsync<RefusedException>(SweepAsync);

        Assert.Equal(0, Account.Calls);
        Assert.Empty(Incidents.Recorded);
    }

    [Fact]
    public async Task Role_in_another_account_is_refused()
    {
        await AddFinishedAsync(1);
        var options = Sample.Options with { Vault = Sample.Options.Vault with { AccountId = "333333333333" } };

        await Assert.ThrowsAsync<RefusedException>(() =>
            new Sweeper(options, new MemoryScratch(Account), Store, Sweeps, Incidents, Time).SweepAsync(CancellationToken.None));

        Assert.Empty(Account.Changes);
    }
}
