using Amazon.RDS.Model;
using RestoreDrill.Sandbox.Control;

namespace RestoreDrill.Sandbox.Tests.Control;

[Collection(nameof(SharedSandbox))]
public sealed class FaultTests(RunningSandbox sandbox)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private SandboxControl Control => sandbox.Host.Control;

    [Fact]
    public async Task Throttled_call_is_refused_as_often_as_asked()
    {
        Control.Throttle(2, "DescribeDB*");
        Assert.Equal("Throttling", await RunningSandbox.ErrorAsync(DescribeAsync));
        Assert.Equal("Throttling", await RunningSandbox.ErrorAsync(DescribeAsync));
        await DescribeAsync();
    }

    [Fact]
    public async Task Throttled_share_strikes_some_calls_and_not_others()
    {
        Control.Throttle(null, "DescribeDBInstances", share: 0.5);
        Control.ClearCalls();
        for (var i = 0; i < 40; i++)
        {
            await Record.ExceptionAsync(DescribeAsync);
        }

        Control.ClearFaults();
        Assert.InRange(Control.Calls.Count(call => call.Outcome == "Throttling"), 8, 32);
    }

    [Theory]
    [InlineData(FaultMoment.Before, false)]
    [InlineData(FaultMoment.After, true)]
    [InlineData(FaultMoment.LostAnswer, true)]
    [InlineData(FaultMoment.LostCall, false)]
    public async Task Failed_call_is_carried_out_or_not_by_its_moment(FaultMoment moment, bool carriedOut)
    {
        var name = "fault-" + moment.ToString().ToLowerInvariant();
        Control.Fail(new CallFault { Action = "CreateDBSubnetGroup", Moment = moment });
        Control.ClearCalls();
        await Assert.ThrowsAnyAsync<Exception>(() => sandbox.Vault.CreateDBSubnetGroupAsync(
            new CreateDBSubnetGroupRequest { DBSubnetGroupName = name, DBSubnetGroupDescription = "x", SubnetIds = ["subnet-1", "subnet-2"] }, Ct));
        var there = (await sandbox.Vault.DescribeDBSubnetGroupsAsync(new DescribeDBSubnetGroupsRequest(), Ct)).DBSubnetGroups;
        Assert.Equal(carriedOut, there.Exists(group => group.DBSubnetGroupName == name));
        var call = Control.Calls[0];
        Assert.Equal((carriedOut, moment is FaultMoment.LostAnswer or FaultMoment.LostCall), (call.CarriedOut, call.Outcome == "lost"));
    }

    [Fact]
    public async Task Stalled_deletion_stays_until_it_is_released()
    {
        await sandbox.CopyIntoVaultAsync("stuck");
        await sandbox.Vault.RestoreDBInstanceFromDBSnapshotAsync(RunningSandbox.Restore("rd-stuck", "stuck"), Ct);
        await RunningSandbox.InstanceAsync(sandbox.Vault, "rd-stuck", "available");
        Control.Stall(new Stall("rd-*", "deleting", Account: "vault"));
        await sandbox.Vault.DeleteDBInstanceAsync(new DeleteDBInstanceRequest { DBInstanceIdentifier = "rd-stuck", SkipFinalSnapshot = true }, Ct);
        Control.Advance(TimeSpan.FromMinutes(30));
        await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, Ct);
        await RunningSandbox.InstanceAsync(sandbox.Vault, "rd-stuck", "deleting");
        Control.Release();
        await Clusters.Eventually.HoldsAsync(async () => (await sandbox.Vault.DescribeDBInstancesAsync(Ct)).DBInstances?
            .Exists(instance => instance.DBInstanceIdentifier == "rd-stuck") != true, "it is gone");
    }

    [Fact]
    public async Task Control_endpoint_is_for_this_machine_and_refuses_what_it_does_not_know()
    {
        using var http = new HttpClient { BaseAddress = sandbox.Host.BaseAddress };
        using var unknown = await http.PostAsync("/control/throttle", new StringContent("""{"tmes": 1}"""), Ct);
        Assert.Equal(400, (int)unknown.StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/control/") { Headers = { Host = "rebound.example" } };
        using var rebound = await http.SendAsync(request, Ct);
        Assert.Equal(403, (int)rebound.StatusCode);
        using var throttle = await http.PostAsync("/control/throttle", new StringContent("""{"times": 1, "action": "DescribeDBInstances"}"""), Ct);
        Assert.Equal(200, (int)throttle.StatusCode);
        Assert.Equal("Throttling", await RunningSandbox.ErrorAsync(DescribeAsync));
    }

    private Task DescribeAsync() => sandbox.Vault.DescribeDBInstancesAsync(Ct);
}
