using Npgsql;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Records.Tests.Access;

/// <summary>A server of their own, because it is stopped; pooled connections, as in production.</summary>
public sealed class LostStoreTests(StoppableServer server) : IClassFixture<StoppableServer>, IAsyncLifetime
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly NewRun Asked = new(RunId.Parse("d00000000001"), RunKind.Drill, "courses", RunRequest.ByPerson("test"), "first", "{}");

    private NpgsqlConnectionStringBuilder _settings = null!;
    private RecordsStore _store = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _settings = new NpgsqlConnectionStringBuilder(await server.NewConnectionStringAsync()) { Pooling = true };
        _store = RecordsStore.Open(_settings.ConnectionString);
        await _store.Migrator.MigrateAsync(Ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await using var pools = new NpgsqlConnection(_settings.ConnectionString);
        NpgsqlConnection.ClearPool(pools);
    }

    [Fact]
    public async Task Store_stopped_in_the_middle_of_a_run_is_unavailable_and_works_again_after_restart()
    {
        var (run, _) = await _store.OpenAsync(Asked, Ct);
        var lease = (await _store.TryAcquireAsync(run.Id, "host-1", Minute, Ct))!;
        var step = new RunChange
        {
            Phase = "second", State = "{}", Events = [new RunEvent { Phase = "second", Kind = RunEventKind.Observed, Message = "m" }],
        };

        await server.Cluster.StopAsync(Ct);
        for (var i = 0; i < 2; i++)
        {
            var lost = await Assert.ThrowsAsync<StoreUnavailableException>(() => _store.SaveAsync(lease, step, Ct));
            Assert.Contains($"{_settings.Host}:{_settings.Port}, database {_settings.Database}", lost.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(_settings.Password!, lost.ToString(), StringComparison.Ordinal);
        }

        await Assert.ThrowsAsync<StoreUnavailableException>(() => _store.Migrator.PendingAsync(Ct));
        await server.Cluster.StartAsync(Ct);

        Assert.Equal("second", (await _store.SaveAsync(lease, step, Ct)).Phase);
        Assert.Single(await _store.EventsAsync(run.Id, 0, Ct));
    }

    [Fact]
    public async Task Connection_ended_by_the_server_in_the_middle_of_a_save_leaves_nothing_of_it()
    {
        var (run, _) = await _store.OpenAsync(Asked, Ct);
        var lease = (await _store.TryAcquireAsync(run.Id, "host-1", Minute, Ct))!;
        await using var blocker = new NpgsqlConnection(_settings.ConnectionString);
        await blocker.OpenAsync(Ct);
        await using var held = await blocker.BeginTransactionAsync(Ct);
        await using (var hold = new NpgsqlCommand("lock table restoredrill.run_event in exclusive mode", blocker))
        {
            await hold.ExecuteNonQueryAsync(Ct);
        }

        var saving = _store.SaveAsync(
            lease,
            new RunChange { Phase = "second", State = "{}", Events = [new RunEvent { Phase = "second", Kind = RunEventKind.Call, Message = "m" }] },
            Ct);
        await using (var end = new NpgsqlCommand(
            "select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()", blocker))
        {
            while (await end.ExecuteScalarAsync(Ct) is not true)
            {
                Assert.False(saving.IsCompleted, "The save did not wait for the lock.");
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Ct);
            }
        }

        await Assert.ThrowsAsync<StoreUnavailableException>(() => saving);
        await held.RollbackAsync(Ct);

        Assert.Equal("first", (await _store.FindAsync(run.Id, Ct))!.Phase);
        Assert.Empty(await _store.EventsAsync(run.Id, 0, Ct));
    }

    [Theory]
    [InlineData("Host=store.invalid;Username=u;Database=d;Password=secret-word", "store.invalid:5432")]
    [InlineData("Host=127.0.0.1;Port=1;Username=u;Database=d;Password=secret-word", "127.0.0.1:1")]
    public async Task Address_where_no_server_answers_is_unavailable(string connectionString, string place)
    {
        await using var nowhere = RecordsStore.Open(connectionString);

        var unavailable = await Assert.ThrowsAsync<StoreUnavailableException>(() => nowhere.FindAsync(Asked.Id, Ct));

        Assert.Contains(place, unavailable.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-word", unavailable.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_that_takes_too_long_is_trouble_that_may_pass()
    {
        await using var impatient = RecordsStore.Open(new NpgsqlConnectionStringBuilder(_settings.ConnectionString) { CommandTimeout = 1 }.ConnectionString);
        await using var blocker = new NpgsqlConnection(_settings.ConnectionString);
        await blocker.OpenAsync(Ct);
        await using var held = await blocker.BeginTransactionAsync(Ct);
        await using var hold = new NpgsqlCommand("lock table restoredrill.run in access exclusive mode", blocker);
        await hold.ExecuteNonQueryAsync(Ct);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => impatient.FindAsync(Asked.Id, Ct));

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var finding = _store.FindAsync(Asked.Id, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => finding);
    }

    [Fact]
    public async Task Server_without_a_free_connection_is_unavailable_and_a_wrong_password_is_not()
    {
        await using (var admin = await server.Cluster.ConnectAsAdminAsync("postgres", Ct))
        await using (var limit = new NpgsqlCommand($"alter database {_settings.Database} connection limit 0", admin))
        {
            await limit.ExecuteNonQueryAsync(Ct);
        }

        await using var full = RecordsStore.Open(_settings.ConnectionString);
        var unavailable = await Assert.ThrowsAsync<StoreUnavailableException>(() => full.FindAsync(Asked.Id, Ct));
        Assert.Contains(PostgresErrorCodes.TooManyConnections, unavailable.Message, StringComparison.Ordinal);

        await using var wrong = RecordsStore.Open(new NpgsqlConnectionStringBuilder(_settings.ConnectionString) { Password = "not-it" }.ConnectionString);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => wrong.FindAsync(Asked.Id, Ct));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
    }
}
