using Npgsql;
using RestoreDrill.Core.Runs;
using RestoreDrill.Records.Schema;
using RestoreDrill.Records.Tests.Store;

namespace RestoreDrill.Records.Tests.Schema;

public sealed class SchemaMigratorTests(StoreServer server)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Migrate_of_an_empty_database_applies_all_once()
    {
        await using var database = await server.NewDatabaseAsync();
        var migrator = new SchemaMigrator(database);

        Assert.Equal(Migration.All, await migrator.PendingAsync(Ct));
        Assert.Equal(Migration.All, await migrator.MigrateAsync(Ct));
        Assert.Empty(await migrator.PendingAsync(Ct));
        Assert.Empty(await migrator.MigrateAsync(Ct));
    }

    [Fact]
    public async Task Migrate_by_eight_hosts_at_once_applies_each_step_once()
    {
        await using var database = await server.NewDatabaseAsync();
        Migration[] known = [.. Migration.All, new(Migration.All.Count + 1, "slow", "create table restoredrill.slow (); select pg_sleep(0.2);")];

        var applied = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => new SchemaMigrator(database, known).MigrateAsync(Ct)));

        Assert.Equal(known, applied.SelectMany(static list => list).OrderBy(static step => step.Version));
        Assert.Empty(await new SchemaMigrator(database, known).PendingAsync(Ct));
    }

    [Fact]
    public async Task Migrate_that_waited_for_another_host_sees_what_that_made_though_its_session_had_looked_before()
    {
        var place = await server.NewConnectionStringAsync();
        await using var other = new NpgsqlConnection(place);
        await other.OpenAsync(Ct);
        await using var otherMigrates = await other.BeginTransactionAsync(Ct);
        await RunAsync(SchemaSql.Lock);

        await using var one = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(place) { Pooling = true, MaxPoolSize = 1 }.ConnectionString);
        var migrating = new SchemaMigrator(one).MigrateAsync(Ct);
        await using (var waiting = new NpgsqlCommand(
            "select exists (select from pg_locks l join pg_database d on d.oid = l.database where not l.granted and l.locktype = 'advisory' and d.datname = current_database())", other))
        {
            while (await waiting.ExecuteScalarAsync(Ct) is not true)
            {
                Assert.False(migrating.IsCompleted, "It did not wait for the other host.");
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Ct);
            }
        }

        await RunAsync(SchemaSql.Foundation);
        await RunAsync(Migration.All[0].Sql);
        await RunAsync(SchemaSql.Record(Migration.All[0]));
        await otherMigrates.CommitAsync(Ct);

        Assert.Equal(Migration.All.Skip(1), await migrating);

        async Task RunAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, other);
            await command.ExecuteNonQueryAsync(Ct);
        }
    }

    [Fact]
    public async Task Migrate_of_a_newer_store_is_refused_and_changes_nothing()
    {
        await using var database = await server.NewDatabaseAsync();
        Migration[] newer = [.. Migration.All, new(Migration.All.Count + 1, "later", "create table restoredrill.later ();")];
        await new SchemaMigrator(database, newer).MigrateAsync(Ct);

        var refused = await Assert.ThrowsAsync<StoreSchemaException>(() => new SchemaMigrator(database).MigrateAsync(Ct));
        Assert.Contains($"version {newer.Length}", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StoreSchemaException>(() => new SchemaMigrator(database).PendingAsync(Ct));
        Assert.Empty(await new SchemaMigrator(database, newer).PendingAsync(Ct));
    }

    [Fact]
    public async Task Migrate_with_a_step_that_fails_keeps_the_steps_before_it_and_nothing_of_it()
    {
        await using var database = await server.NewDatabaseAsync();
        Migration[] broken = [.. Migration.All, new(Migration.All.Count + 1, "broken", "create table restoredrill.half (); select 1 / 0;")];
        var migrator = new SchemaMigrator(database, broken);

        await Assert.ThrowsAsync<PostgresException>(() => migrator.MigrateAsync(Ct));

        Assert.Equal([broken[^1]], await migrator.PendingAsync(Ct));
        await using var command = database.CreateCommand("select to_regclass('restoredrill.half') is null");
        Assert.Equal(true, await command.ExecuteScalarAsync(Ct));
    }

    [Fact]
    public async Task Migrate_after_an_applied_step_was_edited_is_refused()
    {
        await using var database = await server.NewDatabaseAsync();
        await new SchemaMigrator(database).MigrateAsync(Ct);
        Migration[] edited = [.. Migration.All.Select(static step => new Migration(step.Version, step.Name, step.Sql + "-- edited"))];

        await Assert.ThrowsAsync<StoreSchemaException>(() => new SchemaMigrator(database, edited).MigrateAsync(Ct));
    }

    [Fact]
    public async Task Migrate_of_a_database_that_is_not_unicode_is_refused()
    {
        await using var database = await server.NewDatabaseAsync();
        await using (var create = database.CreateCommand("create database latin encoding 'LATIN1' locale 'C' template template0"))
        {
            await create.ExecuteNonQueryAsync(Ct);
        }

        await using var latin = NpgsqlDataSource.Create(server.ConnectionStringTo("latin"));
        var refused = await Assert.ThrowsAsync<StoreSchemaException>(() => new SchemaMigrator(latin).MigrateAsync(Ct));
        Assert.Contains("LATIN1", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Script_run_by_psql_makes_what_the_migrator_makes_and_can_be_run_again()
    {
        var connectionString = await server.NewConnectionStringAsync();
        for (var i = 0; i < 2; i++)
        {
            await ClientProgram.RunAsync(connectionString, "psql", ["--no-psqlrc", "--quiet"], SchemaMigrator.Script());
        }

        await using var database = NpgsqlDataSource.Create(connectionString);
        Assert.Empty(await new SchemaMigrator(database).PendingAsync(Ct));
        await using var migrated = await server.NewDatabaseAsync();
        await new SchemaMigrator(migrated).MigrateAsync(Ct);
        Assert.Equal(await DescribeAsync(migrated), await DescribeAsync(database));
    }

    [Fact]
    public async Task Store_of_an_earlier_version_goes_on_with_its_runs()
    {
        await using var database = await server.NewDatabaseAsync();
        await new SchemaMigrator(database, [.. Migration.All.Take(2)]).MigrateAsync(Ct);
        await using (var earlier = database.CreateCommand(
            """
            insert into restoredrill.run (id, kind, database, trigger, phase, phase_since, state, created_at, finished_at, outcome, summary)
            values ('d00000000001', 'drill', 'courses', 'cli:maria', 'finished', now() - interval '1 h', '{}', now() - interval '2 h', now() - interval '1 h', 'pass', 'Restores.');
            insert into restoredrill.run (id, kind, database, trigger, phase, phase_since, state, created_at)
            values ('d00000000002', 'drill', 'courses', 'cli:maria', 'reading', now() - interval '5 min', '{}', now() - interval '6 min');
            """))
        {
            await earlier.ExecuteNonQueryAsync(Ct);
        }

        await using var store = new RecordsStore(database);
        await store.Migrator.MigrateAsync(Ct);

        var (finished, open) = (RunId.Parse("d00000000001"), RunId.Parse("d00000000002"));
        var first = await store.FindAsync(finished, Ct);
        Assert.Equal((true, RunOutcome.Pass, first!.PhaseSince), (first.Asked, first.Outcome, first.SavedAt));
        Assert.True(first is { Occurrence: null, Job: null, TurnAt: null });
        Assert.InRange(Assert.Single(await store.ListOpenAsync(Ct)).Idle, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(6));
        Assert.Equal(open, (await store.FindAnswerAsync(RunKind.Drill, "courses", RunRequest.ByPerson("cli:jan"), Ct))?.Id);
        Assert.True(await store.AssignJobAsync(open, null, "17", Ct));
        Assert.True((await store.TakeTurnAsync(open, 1, TimeSpan.FromMinutes(1), Ct)).Granted);
        var lease = (await store.TryAcquireAsync(open, "host-1", TimeSpan.FromMinutes(1), Ct))!;
        var end = new RunChange { Phase = "finished", State = "{}", Conclusion = new RunConclusion(RunOutcome.Pass, "Restores.") };
        var saved = await store.SaveAsync(lease, end, Ct);
        Assert.Equal((RunOutcome.Pass, "17"), (saved.Outcome, saved.Job));
        await using var change = database.CreateCommand("update restoredrill.run set asked = false where id = 'd00000000001'");
        await Assert.ThrowsAsync<PostgresException>(() => change.ExecuteNonQueryAsync(Ct));
    }

    [Fact]
    public async Task Store_without_its_schema_says_what_to_run()
    {
        await using var database = await server.NewDatabaseAsync();
        await using var store = new RecordsStore(database);

        var missing = await Assert.ThrowsAsync<StoreSchemaException>(() => store.ListAsync(null, null, 1, Ct));
        Assert.Contains("restoredrill db migrate", missing.Message, StringComparison.Ordinal);
    }

    private static async Task<string> DescribeAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand(
            """
            select string_agg(line, e'\n' order by line) from (
                select concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default) as line
                from information_schema.columns where table_schema = 'restoredrill'
                union all select pg_get_triggerdef(oid) || tgenabled::text from pg_trigger
                where not tgisinternal and tgrelid::regclass::text like 'restoredrill.%'
                union all select conname || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'restoredrill'::regnamespace
                union all select indexdef from pg_indexes where schemaname = 'restoredrill') as schema (line)
            """);
        return Assert.IsType<string>(await command.ExecuteScalarAsync(Ct));
    }
}
