using Hangfire;
using Hangfire.Common;
using Hangfire.Dashboard;
using Hangfire.PostgreSql;
using Hangfire.States;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using RestoreDrill.Records;

namespace RestoreDrill.Dashboard.Tests.Hosting;

/// <summary>Hangfire's dashboard on loopback, over Hangfire's and RestoreDrill's tables in one database.</summary>
internal sealed class DashboardHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private readonly string _connectionString;

    private DashboardHost(WebApplication app, RecordsStore store, FakeTimeProvider clock, string connectionString)
    {
        (_app, Store, Clock, _connectionString) = (app, store, clock, connectionString);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Client = new HttpClient { BaseAddress = new Uri(address) };
    }

    public RecordsStore Store { get; }

    /// <summary>What the pages' waits are measured by: it stands still unless a test advances it.</summary>
    public FakeTimeProvider Clock { get; }

    public HttpClient Client { get; }

    public JobStorage Storage => _app.Services.GetRequiredService<JobStorage>();

    /// <param name="connectionString">The database.</param>
    /// <param name="readsFrom">Another place for the dashboard to read runs from; null: the same database.</param>
    /// <param name="filters">Who may look; everybody unless set.</param>
    public static async Task<DashboardHost> StartAsync(string connectionString, string? readsFrom = null, params IDashboardAuthorizationFilter[] filters)
    {
        var store = RecordsStore.Open(connectionString);
        await store.Migrator.MigrateAsync(TestContext.Current.CancellationToken);
        var read = readsFrom is null ? store : RecordsStore.Open(readsFrom);
        var clock = new FakeTimeProvider();
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddHangfire(config => config
            .UsePostgreSqlStorage(options => options.UseNpgsqlConnection(connectionString))
            .UseRestoreDrillDashboard(new DashboardReads(read, read, read) { Time = clock }));
        var app = builder.Build();
        app.MapHangfireDashboard("/hangfire", new DashboardOptions { Authorization = filters });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new DashboardHost(app, store, clock, connectionString);
    }

    /// <summary>A job that nobody carries out.</summary>
    public string CreateJob() => new BackgroundJobClient(Storage).Create(Job.FromExpression(() => SomeJob.Run("courses")), new ScheduledState(TimeSpan.FromDays(1)));

    public void SetParameter(string job, string name, string value)
    {
        using var connection = Storage.GetConnection();
        connection.SetJobParameter(job, name, value);
    }

    public void Succeed(string job, object result) => new BackgroundJobClient(Storage).ChangeState(job, new SucceededState(result, 1, 1));

    public Task<string> JobPageAsync(string job) => Client.GetStringAsync($"/hangfire/jobs/details/{job}", TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        await Store.DisposeAsync();

        // Hangfire leaves its sessions to the pool.
        await using var pool = new NpgsqlConnection(_connectionString);
        NpgsqlConnection.ClearPool(pool);
    }
}
