using RestoreDrill.Isolation;
using Hangfire;
using Hangfire.Storage;
using Hangfire.Storage.Monitoring;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RestoreDrill.Core.Protection;
using RestoreDrill.Host.Composition;
using RestoreDrill.Host.Configuration;
using RestoreDrill.Host.Reporting;
using RestoreDrill.Host.Running;
using RestoreDrill.Host.Service;
using RestoreDrill.Host.Service.Jobs;
using RestoreDrill.Host.Service.Recurring;
using RestoreDrill.Host.Tests.Configuration;
using RestoreDrill.Host.Tests.Fakes;
using RestoreDrill.Records;

namespace RestoreDrill.Host.Tests.Service.Setting;

/// <summary><c>restoredrill serve</c>, composed as the product composes it, on a real store and real Hangfire; only the two AWS accounts are in memory.</summary>
internal sealed class ServiceUnderTest : IAsyncDisposable
{
    /// <summary>For what takes a moment unless something hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConfigurationFolder _configuration;
    private readonly string _storage;

    private ServiceUnderTest(string store, Action<ConfigurationFolder>? change, TimeProvider time)
    {
        _configuration = Configured(store);
        change?.Invoke(_configuration);
        Cloud = new InMemoryCloud(time);
        using var nowhere = new StringWriter();
        var surroundings = new Surroundings
        {
            Out = nowhere,
            Error = nowhere,
            OutIsTerminal = false,
            ErrorIsTerminal = false,
            Environment = _configuration.Environment,
            Time = time,
            Random = new Random(1),
            Trigger = "cli:maria@laptop",
        };
        Invocation = new Invocation(surroundings, new Connector(Connect, (_, _) => Cloud, static (_, _) => throw new NotSupportedException(), static (options, around) => IsolationSetup.Open(options, around.Time)), _configuration.Save(), OutputFormat.Text);
        _storage = Invocation.Configured.Store.Reveal();
        Records = RecordsStore.Open(_storage);
        App = ServiceApplication.Create(Invocation);
    }

    public InMemoryCloud Cloud { get; }

    public RecordsStore Records { get; }

    public WebApplication App { get; }

    /// <summary>A command beside the service: the same configuration and store.</summary>
    public Invocation Invocation { get; }

    public InstallationOptions Installation => Invocation.Configured.Installation;

    public JobStorage Storage => App.Services.GetRequiredService<JobStorage>();

    public IBackgroundJobClientV2 Client => App.Services.GetRequiredService<IBackgroundJobClientV2>();

    public IRecurringJobManagerV2 Recurring => App.Services.GetRequiredService<IRecurringJobManagerV2>();

    /// <summary>Where it listens, once it has started.</summary>
    public Uri Address => new(App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A service that has not been started: nothing happens by itself.</summary>
    public static ServiceUnderTest Compose(string store, Action<ConfigurationFolder>? change = null, TimeProvider? time = null) => new(store, change, time ?? TimeProvider.System);

    /// <summary>A service that runs.</summary>
    public static async Task<ServiceUnderTest> StartAsync(string store, Action<ConfigurationFolder>? change = null)
    {
        var service = Compose(store, change);
        await service.App.StartAsync(Ct);
        await service.App.Services.GetRequiredService<HangfireRuntime>().Started.WaitAsync(Patience, Ct);

        // Hangfire's servers announce themselves a moment after they were started; before that nobody can be asked.
        var began = TimeProvider.System.GetTimestamp();
        while (!service.Storage.GetMonitoringApi().Servers().Any(static server => server.Queues.Contains(Queues.Asked)))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, $"No server has announced itself within {Patience.TotalSeconds:0} s.");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Ct);
        }

        return service;
    }

    /// <summary>A configuration with which everything happens quickly, at any time of the day.</summary>
    public static ConfigurationFolder Configured(string store)
    {
        var configuration = new ConfigurationFolder();
        configuration.Write("store.connection", new NpgsqlConnectionStringBuilder(store) { Pooling = true, MaxPoolSize = 25 }.ConnectionString);
        configuration.Database["Schedule"]!.AsObject().Remove("Blackouts");
        configuration.Database["Schedule"]!["Copy"]!.AsObject().Remove("Jitter");
        Set(configuration, "Service:Listen", "http://127.0.0.1:0");
        Set(configuration, "Service:QueuePoll", "00:00:00.100");
        Set(configuration, "Service:SchedulePoll", "00:00:00.100");
        Set(configuration, "Service:StuckAfter", "00:00:00.800");
        Set(configuration, "Timing:Poll", "00:00:00.050");
        Set(configuration, "Budgets:ScratchInstances", "1");
        return configuration;
    }

    public static void Set(ConfigurationFolder configuration, string key, string value) =>
        configuration.Environment["RestoreDrill__" + key.Replace(":", "__", StringComparison.Ordinal)] = value;

    public T Get<T>()
        where T : notnull => App.Services.GetRequiredService<T>();

    public RecurringRegistry Registry() => new(Storage, Recurring, RecurringSet.Of(Installation));

    public JobDetailsDto Details(string job) => Storage.GetMonitoringApi().JobDetails(job);

    /// <summary>The states a job went through, oldest first.</summary>
    public IReadOnlyList<StateHistoryDto> History(string job) => [.. Details(job).History.Reverse()];

    public string StateOf(string job)
    {
        using var connection = Storage.GetConnection();
        return connection.GetJobData(job).State;
    }

    public string? ParameterOf(string job, string name)
    {
        using var connection = Storage.GetConnection();
        return connection.GetJobParameter(job, name);
    }

    public RecurringJobDto RecurringJob(string name)
    {
        using var connection = Storage.GetConnection();
        return Assert.Single(connection.GetRecurringJobs(), job => job.Id == name);
    }

    public async Task SqlAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_storage);
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Ct);
    }

    public async Task<T?> ScalarAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(_storage);
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Ct) is T value ? value : default;
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync(CancellationToken.None);
        await App.DisposeAsync();
        await Invocation.DisposeAsync();
        await Records.DisposeAsync();

        // Hangfire's filters are the process's.
        foreach (var stamp in GlobalJobFilters.Filters.Select(static filter => filter.Instance).OfType<StampAskedAt>().ToList())
        {
            GlobalJobFilters.Filters.Remove(stamp);
        }

        await using (var pool = new NpgsqlConnection(_storage))
        {
            NpgsqlConnection.ClearPool(pool);
        }

        _configuration.Dispose();
    }

    private Ports Connect(Configured configured, Surroundings surroundings) => new(
        () => Records, () => Records, () => Records, () => Records, () => Records, () => Records, () => new StoreSchema(Records.Migrator),
        () => Cloud, () => Cloud, () => Cloud, () => new InMemoryGuardRails(surroundings.Time), () => Records, static () => new InMemoryFactStore(), static () => new InMemoryFactStore(), () => InMemoryReaders.Of(new InMemoryReader(), new InMemorySource(), Cloud), () => ValueTask.CompletedTask);
}
