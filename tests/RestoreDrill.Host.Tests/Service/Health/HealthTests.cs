using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Npgsql;
using RestoreDrill.Host.Commands;
using RestoreDrill.Host.Tests.Fakes;
using RestoreDrill.Host.Tests.Service.Setting;
using RestoreDrill.Records;

namespace RestoreDrill.Host.Tests.Service.Health;

public sealed class HealthTests(ServiceStores stores) : ServiceTest(stores)
{
    private const string Password = "hunter2-of-the-store";

    [Fact]
    public async Task Service_that_runs_is_live_and_ready_and_shows_the_dashboard_to_this_machine_only()
    {
        await using var service = await ServiceUnderTest.StartAsync(Store);
        using var http = new HttpClient { BaseAddress = service.Address };

        Assert.Equal((HttpStatusCode.OK, "The store answers and Hangfire runs."), await ReadyAsync(http));
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("/healthz/live", UriKind.Relative), Ct)).StatusCode);
        Assert.Contains("RestoreDrill", await http.GetStringAsync(new Uri("/hangfire", UriKind.Relative), Ct), StringComparison.Ordinal);
        foreach (var page in (string[])["/hangfire", "/healthz/ready"])
        {
            Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(http, page, $"evil.example.com:{service.Address.Port}"));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, page, $"localhost:{service.Address.Port}"));
        }
    }

    [Fact]
    public async Task Service_without_its_store_is_live_and_not_ready_and_says_why_without_a_secret()
    {
        await using var service = ServiceUnderTest.Compose($"Host=127.0.0.1;Port=1;Database=restoredrill;Username=rd;Password={Password}");
        await service.App.StartAsync(Ct);
        using var http = new HttpClient { BaseAddress = service.Address };
        await EventuallyAsync(async () => (await ReadyAsync(http)).Reason.Contains("127.0.0.1:1", StringComparison.Ordinal), "readiness names the store");

        var (status, reason) = await ReadyAsync(http);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.DoesNotContain(Password, reason, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("/healthz/live", UriKind.Relative), Ct)).StatusCode);

        using var dashboard = await http.GetAsync(new Uri("/hangfire", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, dashboard.StatusCode);
        var page = await dashboard.Content.ReadAsStringAsync(Ct);
        Assert.Contains("127.0.0.1:1", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Service_on_an_outdated_schema_says_what_to_do_and_starts_by_itself_once_it_is_done()
    {
        var store = await Stores.NewEmptyAsync();
        await using var service = ServiceUnderTest.Compose(store);
        await service.App.StartAsync(Ct);
        using var http = new HttpClient { BaseAddress = service.Address };
        await EventuallyAsync(async () => (await ReadyAsync(http)).Reason.Contains("restoredrill db migrate", StringComparison.Ordinal), "readiness names the verb");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await ReadyAsync(http)).Status);
        Assert.Null(await service.ScalarAsync<string>("select to_regclass('hangfire.job')::text"));

        await service.Records.Migrator.MigrateAsync(Ct);

        await EventuallyAsync(async () => (await ReadyAsync(http)).Status == HttpStatusCode.OK, "the service is ready");
    }

    [Fact]
    public async Task Store_that_goes_away_and_comes_back_is_told_by_readiness()
    {
        await using var service = await ServiceUnderTest.StartAsync(Store);
        using var http = new HttpClient { BaseAddress = service.Address };
        Assert.Equal(HttpStatusCode.OK, (await ReadyAsync(http)).Status);

        await Stores.Cluster.StopAsync(Ct);
        try
        {
            var (status, reason) = await ReadyAsync(http);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
            Assert.Contains("PostgreSQL at 127.0.0.1:", reason, StringComparison.Ordinal);
            Assert.DoesNotContain(new NpgsqlConnectionStringBuilder(Store).Password!, reason, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("/healthz/live", UriKind.Relative), Ct)).StatusCode);
        }
        finally
        {
            await Stores.Cluster.StartAsync(CancellationToken.None);
        }

        await EventuallyAsync(async () => (await ReadyAsync(http)).Status == HttpStatusCode.OK, "the service is ready again");
    }

    [Fact]
    public async Task Store_of_another_installation_is_not_served()
    {
        await using var records = RecordsStore.Open(Store);
        await records.ClaimAsync(Core.Installation.InstallationId.Parse("another"), Ct);
        await using var service = ServiceUnderTest.Compose(Store);
        await service.App.StartAsync(Ct);
        using var http = new HttpClient { BaseAddress = service.Address };

        await EventuallyAsync(async () => (await ReadyAsync(http)).Reason.Contains("another", StringComparison.Ordinal), "readiness names the owner");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await ReadyAsync(http)).Status);
        Assert.Equal(0, await service.ScalarAsync<long>("select count(*) from hangfire.server"));
    }

    [Fact]
    public async Task Address_in_use_is_refused_with_what_to_do()
    {
        using var occupant = new TcpListener(IPAddress.Loopback, 0);
        occupant.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)occupant.LocalEndpoint).Port}";
        using var line = new CommandLine();
        line.Configuration.Root["Service"]!["Listen"] = address;

        Assert.Equal(ExitCodes.Refused, await line.RunAsync("serve"));

        Assert.Contains($"cannot listen on {address}", line.Error, StringComparison.Ordinal);
        Assert.Contains("RestoreDrill:Service:Listen", line.Error, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, string page, string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.Host = host;
        using var response = await http.SendAsync(request, Ct);
        return response.StatusCode;
    }

    private static async Task<(HttpStatusCode Status, string Reason)> ReadyAsync(HttpClient http)
    {
        using var response = await http.GetAsync(new Uri("/healthz/ready", UriKind.Relative), Ct);
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Ct));
        return (response.StatusCode, document.RootElement.GetProperty("checks").GetProperty("ready").GetProperty("description").GetString()!);
    }
}
