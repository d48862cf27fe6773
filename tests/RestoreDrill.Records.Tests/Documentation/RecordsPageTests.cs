using Npgsql;
using RestoreDrill.Core.Evidence;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Sweeping;
using RestoreDrill.Core.Watching;
using RestoreDrill.Records.Evidence;
using RestoreDrill.Records.Tests.Evidence;
using RestoreDrill.Records.Tests.Store;

namespace RestoreDrill.Records.Tests.Documentation;

public sealed class RecordsPageTests(StoreServer server) : StoreTest(server)
{
    private static readonly RelationReading Reading = new()
    {
        Name = new RelationName("d", "s", "t"), Kind = RelationKind.Table, Outcome = ReadingOutcome.Read, Rows = 1, HashSum = 1,
    };

    private static readonly RangeReading Range = new()
    {
        Relation = Reading.Name, Range = BlockRange.Whole, Outcome = ReadingOutcome.Read, Bytes = 1, Rows = 1, HashSum = 1,
    };

    [Fact]
    public async Task Role_with_the_documented_grants_can_do_all_that_a_run_needs()
    {
        await using var store = await OpenAsRoleAsync("restoredrill_run");

        Assert.Empty(await store.Migrator.MigrateAsync(Ct));
        var installation = InstallationId.Parse("acme");
        Assert.Equal(installation, await store.ClaimAsync(installation, Ct));
        var (run, _) = await store.OpenAsync(NewRun(), Ct);
        var lease = (await store.TryAcquireAsync(run.Id, "host-1", Minute, Ct))!;
        Assert.True(await store.TryRenewAsync(lease, Minute, Ct));
        await store.SaveAsync(
            lease,
            Step(conclusion: new RunConclusion(RunOutcome.Pass, "Restores.")) with
            {
                Events = [new RunEvent { Phase = "first", Kind = RunEventKind.Conclusion, Message = "m" }],
                Readings = [Reading],
                Ranges = [Range],
                Pin = Certificates.Of("arn:copy", run.Id),
                Evidence = new EvidenceRecord(run.Id, "{}", StoredDocument.Digest("{}")),
            },
            Ct);
        Assert.Equal([Range], await store.RangesAsync(run.Id, Ct));
        Assert.Equal(["d"], await store.DatabasesKnownToHoldRowsAsync("courses", Ct));
        Assert.NotNull(await store.FindEvidenceAsync(run.Id, Ct));
        Assert.NotNull(await store.FindBirthCertificateAsync("arn:copy", Ct));
    }

    [Fact]
    public async Task Role_with_the_documented_grants_may_write_into_every_table()
    {
        await using var store = await OpenAsRoleAsync("restoredrill_every");

        Assert.Empty(await store.LatestAnswersAsync(Ct));
        Assert.Equal(
            "schema_version",
            await ScalarAsync<string>(
                """
                select string_agg(relname, ', ') from pg_class
                where relnamespace = 'restoredrill'::regnamespace and relkind = 'r' and not has_table_privilege('restoredrill_every', oid, 'insert')
                """));
    }

    [Fact]
    public async Task Role_with_the_documented_grants_can_do_all_that_the_service_needs()
    {
        await using var store = await OpenAsRoleAsync("restoredrill_serve");

        var (run, _) = await store.OpenAsync(NewRun() with { Phase = "waiting-for-turn" }, Ct);
        Assert.True((await store.TakeTurnAsync(run.Id, 1, Minute, Ct)).Granted);
        Assert.True(await store.AssignJobAsync(run.Id, null, "17", Ct));
        Assert.Single(await store.ListOpenAsync(Ct));
        Assert.True(await store.RecordAsync(new Incident { Key = "k", Kind = IncidentKind.RunTakenUp, Subject = "s", Message = "m" }, Ct));
        await store.RecordSweepAsync(new SweepReport(0, 0, 0), Ct);
        Assert.NotNull(await store.SilenceAroundAsync(await store.ClockAsync(Ct), Ct));
        var since = await store.RememberScheduleAsync("drill:courses", "nightly", Ct);
        Assert.True(await store.RememberScheduleAsync("drill:courses", "hourly", Ct) > since);
        await store.RememberWatchedAsync("drill:courses", since, Ct);
        await store.ForgetSchedulesExceptAsync([], Ct);
        Assert.Equal(0L, await ScalarAsync<long>("select count(*) from restoredrill.schedule"));
    }

    [Fact]
    public async Task Pruning_as_documented_keeps_the_readings_of_the_latest_passing_drill()
    {
        await SqlAsync("alter table restoredrill.run disable trigger run_finished_stays");
        var replaced = await PassAsync(RunOutcome.Pass);
        var latest = await PassAsync(RunOutcome.Pass);
        await SqlAsync("update restoredrill.run set finished_at = finished_at - interval '2 years'");
        await PassAsync(RunOutcome.Fail);

        await SqlAsync(RecordsPage.Sql("delete from restoredrill.relation_reading"));

        Assert.Empty(await Store.ReadingsAsync(replaced, Ct));
        Assert.Equal([Reading], await Store.ReadingsAsync(latest, Ct));
        Assert.Equal(["d"], await Store.DatabasesKnownToHoldRowsAsync("courses", Ct));
        Assert.Equal([Range], await Store.RangesAsync(replaced, Ct));

        await SqlAsync(RecordsPage.Sql("delete from restoredrill.range_reading"));

        Assert.Empty(await Store.RangesAsync(replaced, Ct));
        Assert.Empty(await Store.RangesAsync(latest, Ct));
        Assert.Equal([Reading], await Store.ReadingsAsync(latest, Ct));
    }

    [Fact]
    public async Task Backup_brought_back_as_documented_is_whole_and_as_guarded_as_before()
    {
        var passed = await PassAsync(RunOutcome.Pass);
        var open = await OpenLeasedAsync();
        await Store.SaveAsync(open, Step("second") with { Pin = Certificates.Of("arn:copy", open.Run.Id) }, Ct);
        var file = Path.Combine(Path.GetTempPath(), $"restoredrill-{Guid.NewGuid():N}.dump");
        var target = await Server.NewConnectionStringAsync();
        try
        {
            var source = Server.ConnectionStringTo(await ScalarAsync<string>("select current_database()::text"));
            await ClientProgram.RunAsync(source, "pg_dump", ["--schema=restoredrill", "--format=custom", $"--file={file}"]);
            await ClientProgram.RunAsync(target, "pg_restore", ["--exit-on-error", $"--dbname={new NpgsqlConnectionStringBuilder(target).Database}", file]);
        }
        finally
        {
            File.Delete(file);
        }

        await using var store = RecordsStore.Open(target);
        Assert.Empty(await store.Migrator.PendingAsync(Ct));
        Assert.Equal(await Store.ListAsync(null, null, 10, Ct), await store.ListAsync(null, null, 10, Ct));
        Assert.Equal([Reading], await store.ReadingsAsync(passed, Ct));
        Assert.NotNull(await store.FindBirthCertificateAsync("arn:copy", Ct));
        Assert.Equal("third", (await store.SaveAsync(open, Step("third"), Ct)).Phase);
        await using var database = NpgsqlDataSource.Create(target);
        await using var change = database.CreateCommand("delete from restoredrill.birth_certificate");
        await Assert.ThrowsAsync<PostgresException>(() => change.ExecuteNonQueryAsync(Ct));
    }

    /// <summary>Opens the store as a role of its own that has what the page grants.</summary>
    private async Task<RecordsStore> OpenAsRoleAsync(string name)
    {
        await using (var admin = await Server.Cluster.ConnectAsAdminAsync("postgres", Ct))
        await using (var role = new NpgsqlCommand($"create role {name} login password 'for-this-test'", admin))
        {
            await role.ExecuteNonQueryAsync(Ct);
        }

        await SqlAsync(RecordsPage.Sql("grant usage").Replace("restoredrill_run", name, StringComparison.Ordinal));
        var settings = new NpgsqlConnectionStringBuilder(Server.ConnectionStringTo(await ScalarAsync<string>("select current_database()::text")))
        {
            Username = name, Password = "for-this-test",
        };
        return RecordsStore.Open(settings.ConnectionString);
    }

    private async Task<RunId> PassAsync(RunOutcome outcome)
    {
        var lease = await OpenLeasedAsync();
        await Store.SaveAsync(lease, Step(conclusion: new RunConclusion(outcome, "Done.")) with { Readings = [Reading], Ranges = [Range] }, Ct);
        return lease.Run.Id;
    }
}
