using System.Net;
using System.Text.Json;
using Hangfire;
using Npgsql;
using RestoreDrill.Core.Runs;
using RestoreDrill.Dashboard.Runs;
using RestoreDrill.Dashboard.Tests.Hosting;
using RestoreDrill.Records;

namespace RestoreDrill.Dashboard.Tests.Runs;

public sealed class JobPageTests(StoreServer server) : DashboardTest(server)
{
    private const string Script = "<script>alert('x')</script>";

    [Fact]
    public async Task Page_of_the_carrying_job_shows_the_run_with_phases_and_history()
    {
        var job = Host.CreateJob();
        var lease = await OpenAsync(Host, job);
        lease = await StepAsync(Host, lease, "choosing", "the run has its turn");
        lease = await StepAsync(Host, lease, "restoring", "restore is asked for");

        var page = await Host.JobPageAsync(job);

        Assert.Contains($"Drill <code>{lease.Run.Id}</code> of courses", page, StringComparison.Ordinal);
        Assert.Contains("aria-current=\"step\"><th scope=\"row\">restoring</th>", page, StringComparison.Ordinal);
        Assert.Contains("<tr class=\"rd-phase-done\"><th scope=\"row\">choosing</th>", page, StringComparison.Ordinal);
        Assert.Contains("<strong>Now:</strong> restore is asked for", page, StringComparison.Ordinal);
        Assert.Contains($"data-rd-url=\"/hangfire/restoredrill/runs/{lease.Run.Id}/section\"", page, StringComparison.Ordinal);
        Assert.Contains("DescribeDBInstances <code>req-choosing</code>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("joined", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_of_a_run_is_encoded_on_the_page_and_in_the_update()
    {
        var job = Host.CreateJob();
        var lease = await OpenAsync(Host, job, database: Script);
        lease = await StepAsync(Host, lease, Script, Script);

        var page = await Host.JobPageAsync(job);
        var update = await UpdateAsync(lease.Run.Id, 0);

        foreach (var html in new[] { page, update.GetProperty("body").GetString()!, update.GetProperty("rows").GetString()! })
        {
            Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
            Assert.Contains("&lt;script&gt;alert", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Page_of_a_job_without_a_run_has_no_section()
    {
        var page = await Host.JobPageAsync(Host.CreateJob());

        Assert.DoesNotContain("rd-run", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_of_a_job_that_joined_a_run_shows_that_run_and_the_job_that_carries_it()
    {
        var (carrier, byParameter, byResult) = (Host.CreateJob(), Host.CreateJob(), Host.CreateJob());
        var lease = await OpenAsync(Host, carrier);
        Host.SetParameter(byParameter, "Run", $"\"{lease.Run.Id}\"");
        Host.Succeed(byResult, new { Run = lease.Run.Id.Value });

        foreach (var job in new[] { byParameter, byResult })
        {
            var page = await Host.JobPageAsync(job);

            Assert.Contains($"Drill <code>{lease.Run.Id}</code>", page, StringComparison.Ordinal);
            Assert.Contains($"it is carried by job <a href=\"/hangfire/jobs/details/{carrier}\">#{carrier}</a>", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Update_brings_the_body_and_only_new_events_until_the_run_has_finished()
    {
        var lease = await OpenAsync(Host, Host.CreateJob());
        lease = await StepAsync(Host, lease, "choosing", "first event");
        var first = await UpdateAsync(lease.Run.Id, 0);
        await StepAsync(Host, lease, "finished", "Restores.", end: new RunConclusion(RunOutcome.Pass, "Restores.", "restores", "rd-scratch-x will not delete"));

        var second = await UpdateAsync(lease.Run.Id, first.GetProperty("last").GetInt64());

        Assert.True(first.GetProperty("open").GetBoolean());
        Assert.False(second.GetProperty("open").GetBoolean());
        Assert.NotEqual(first.GetProperty("mark").GetString(), second.GetProperty("mark").GetString());
        Assert.Contains("first event", first.GetProperty("rows").GetString()!, StringComparison.Ordinal);
        Assert.DoesNotContain("first event", second.GetProperty("rows").GetString()!, StringComparison.Ordinal);
        Assert.Contains("Restores.", second.GetProperty("rows").GetString()!, StringComparison.Ordinal);
        Assert.Contains("<strong>Pass (restores):</strong> Restores.", second.GetProperty("body").GetString()!, StringComparison.Ordinal);
        Assert.Contains("<strong>Defect:</strong> rd-scratch-x will not delete", second.GetProperty("body").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_of_a_drill_that_passed_tells_that_a_later_drill_revoked_its_proof()
    {
        var job = Host.CreateJob();
        var lease = await OpenAsync(Host, job);
        lease = await StepAsync(Host, lease, "finished", "Restores.", """{"copyArn":"arn:b"}""", new RunConclusion(RunOutcome.Pass, "Restores.", "restores", null));
        Assert.Contains("<span class=\"rd-badge rd-good\">Pass</span>", await Host.JobPageAsync(job), StringComparison.Ordinal);
        var later = await OpenAsync(Host, Host.CreateJob());
        await Host.Store.SaveAsync(
            later, new RunChange { Phase = "removing", State = "{}", Revocation = Views.Revocation with { Drill = lease.Run.Id, FoundBy = later.Run.Id } }, Ct);

        var page = await Host.JobPageAsync(job);

        Assert.Contains("<span class=\"rd-badge rd-bad\">Pass, revoked</span>", page, StringComparison.Ordinal);
        Assert.Contains("<strong>The proof of the copy is revoked</strong> since <time", page, StringComparison.Ordinal);
        Assert.Contains($"drill {later.Run.Id} found rows that are in copy rd-copy-acme-a before it", page, StringComparison.Ordinal);
        Assert.Contains("<strong>Pass (restores):</strong> Restores.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_is_only_read_and_only_of_runs_there_are()
    {
        var lease = await OpenAsync(Host, Host.CreateJob());

        using var posted = await Host.Client.PostAsync(PathOf(lease.Run.Id.Value), null, Ct);
        using var unknown = await Host.Client.GetAsync(PathOf("d00000000000"), Ct);
        using var noId = await Host.Client.GetAsync(PathOf("x00000000000"), Ct);

        Assert.Equal(
            (HttpStatusCode.MethodNotAllowed, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (posted.StatusCode, unknown.StatusCode, noId.StatusCode));
    }

    [Fact]
    public async Task Two_hosts_of_one_process_show_the_runs_of_their_own_store()
    {
        await using var other = await DashboardHost.StartAsync(await Server.NewConnectionStringAsync());
        var (here, there) = (Host.CreateJob(), other.CreateJob());
        var mine = await OpenAsync(Host, here, database: "mine");
        await OpenAsync(other, there, database: "theirs");

        Assert.Equal(here, there);
        Assert.Contains("of mine", await Host.JobPageAsync(here), StringComparison.Ordinal);
        Assert.Contains("of theirs", await other.JobPageAsync(there), StringComparison.Ordinal);
        using var strange = await other.Client.GetAsync(PathOf(mine.Run.Id.Value), Ct);
        Assert.Equal(HttpStatusCode.NotFound, strange.StatusCode);
        Assert.Equal(2, (await Host.JobPageAsync(here)).Split("<section").Length);
    }

    [Fact]
    public async Task Reads_of_a_storage_are_replaced_by_those_of_a_later_call()
    {
        await using var other = RecordsStore.Open(await Server.NewConnectionStringAsync());
        await other.Migrator.MigrateAsync(Ct);
        var lease = await OpenAsync(Host, Host.CreateJob());
        Assert.Same(Host.Storage, JobStorage.Current);

        GlobalConfiguration.Configuration.UseRestoreDrillDashboard(new DashboardReads(other, other, other) { Time = Host.Clock });
        Assert.DoesNotContain("rd-run", await Host.JobPageAsync(lease.Run.Job!), StringComparison.Ordinal);

        GlobalConfiguration.Configuration.UseRestoreDrillDashboard(new DashboardReads(Host.Store, Host.Store, Host.Store) { Time = Host.Clock });
        Assert.Equal(2, (await Host.JobPageAsync(lease.Run.Job!)).Split("<section").Length);
    }

    [Fact]
    public async Task Update_is_for_those_only_who_may_see_the_dashboard()
    {
        await using var host = await DashboardHost.StartAsync(await Server.NewConnectionStringAsync(), null, new NobodyMayLook());
        var lease = await OpenAsync(host, host.CreateJob());

        using var response = await host.Client.GetAsync(PathOf(lease.Run.Id.Value), Ct);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task Store_that_is_away_is_a_line_on_the_page()
    {
        var database = await Server.NewConnectionStringAsync();
        var nobody = new NpgsqlConnectionStringBuilder(database) { Port = 1, Password = "geheim" }.ConnectionString;
        await using var host = await DashboardHost.StartAsync(database, nobody);
        var lease = await OpenAsync(host, host.CreateJob());

        var page = await host.JobPageAsync(lease.Run.Job!);
        using var update = await host.Client.GetAsync(PathOf(lease.Run.Id.Value), Ct);

        Assert.Contains("<strong>The run cannot be shown.</strong> RestoreDrill&#x27;s own store (PostgreSQL at", page, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, update.StatusCode);
    }

    [Fact]
    public async Task Store_that_is_slow_holds_the_page_no_longer_than_its_limit()
    {
        var lease = await OpenAsync(Host, Host.CreateJob());
        await using var source = NpgsqlDataSource.Create(Database);
        await using var connection = await source.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await using var command = new NpgsqlCommand("lock table restoredrill.run in access exclusive mode", connection, transaction);
        await command.ExecuteNonQueryAsync(Ct);
        await using var waiting = new NpgsqlCommand("select exists (select from pg_locks where not granted and relation = 'restoredrill.run'::regclass)", connection, transaction);

        var page = Host.JobPageAsync(lease.Run.Job!);
        while (await waiting.ExecuteScalarAsync(Ct) is not true)
        {
            Assert.False(page.IsCompleted, "The page did not wait for the lock.");
        }

        Host.Clock.Advance(RunReader.Limit - TimeSpan.FromMilliseconds(1));
        Assert.NotSame(page, await Task.WhenAny(page, Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, Ct)));
        Host.Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Contains("did not answer within 3 s", await page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("css", ".rd-run {")]
    [InlineData("css-dark", "@media (prefers-color-scheme: dark) {\n  .rd-run {")]
    [InlineData("js", "visibilitychange")]
    public async Task Asset_is_linked_and_served_once(string kind, string part)
    {
        var page = await Host.JobPageAsync(Host.CreateJob());
        var path = page.Split('"').Single(text => text.StartsWith("/hangfire/" + kind, StringComparison.Ordinal) && char.IsAsciiDigit(text["/hangfire/".Length + kind.Length]));

        var asset = await Host.Client.GetStringAsync(path, Ct);

        Assert.Equal(2, asset.Split(part).Length);
    }

    private static string PathOf(string run) => $"/hangfire/restoredrill/runs/{run}/section";

    private async Task<JsonElement> UpdateAsync(RunId run, long after) =>
        JsonDocument.Parse(await Host.Client.GetStringAsync($"{PathOf(run.Value)}?after={after}", Ct)).RootElement;
}
