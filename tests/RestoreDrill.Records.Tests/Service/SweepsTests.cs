using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Sweeping;
using RestoreDrill.Records.Tests.Store;

namespace RestoreDrill.Records.Tests.Service;

/// <summary>Records are placed at so many minutes before now.</summary>
public sealed class SweepsTests(StoreServer server) : StoreTest(server)
{
    private DateTime _now;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _now = await ScalarAsync<DateTime>("select now()");
    }

    [Fact]
    public async Task Sweep_is_recorded_with_its_counts()
    {
        await Store.RecordSweepAsync(new SweepReport(7, 2, 1), Ct);

        Assert.Equal("7 2 1", await ScalarAsync<string>("select concat_ws(' ', found, removed, remain) from restoredrill.sweep"));
    }

    [Fact]
    public async Task Empty_store_knows_of_no_time()
    {
        Assert.Null(await SilenceAsync(0));
        Assert.Null(await SilenceAsync(100_000));
    }

    [Fact]
    public async Task Store_knows_of_no_time_before_its_first_record()
    {
        await SweptAsync(10);

        Assert.Null(await SilenceAsync(11));
    }

    [Fact]
    public async Task Silence_is_from_the_record_before_to_the_record_after()
    {
        await SweptAsync(100);
        await SweptAsync(90);
        await SweptAsync(30);

        Assert.Equal(TimeSpan.FromMinutes(10), await SilenceAsync(95));
        Assert.Equal(TimeSpan.FromMinutes(60), await SilenceAsync(60));
    }

    [Fact]
    public async Task Silence_ends_with_the_question_where_nothing_was_recorded_since()
    {
        await SweptAsync(30);

        Assert.InRange((await SilenceAsync(5))!.Value, TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(31));
        Assert.InRange((await SilenceAsync(-120))!.Value, TimeSpan.FromMinutes(150), TimeSpan.FromMinutes(151));
    }

    [Fact]
    public async Task Steps_are_records_too()
    {
        var lease = await OpenLeasedAsync();
        await Store.SaveAsync(lease, Step() with { Events = [new RunEvent { Phase = "first", Kind = RunEventKind.Observed, Message = "m" }] }, Ct);
        await SweptAsync(30);
        await SqlAsync(
            $"insert into restoredrill.run_event (run_id, at, phase, kind, message) values ('{lease.Run.Id}', now() - interval '50 min', 'first', 'phase', 'm')");

        Assert.InRange((await SilenceAsync(40))!.Value, TimeSpan.FromMinutes(20) - Minute, TimeSpan.FromMinutes(20) + Minute);
        Assert.InRange((await SilenceAsync(10))!.Value, TimeSpan.FromMinutes(30) - Minute, TimeSpan.FromMinutes(30) + Minute);
    }

    private Task SweptAsync(int minutesAgo) =>
        SqlAsync($"insert into restoredrill.sweep (at, found, removed, remain) values ({At(minutesAgo)}, 0, 0, 0)");

    private async Task<TimeSpan?> SilenceAsync(int minutesAgo) =>
        await Store.SilenceAroundAsync(new DateTimeOffset(await ScalarAsync<DateTime>($"select {At(minutesAgo)}"), TimeSpan.Zero), Ct);

    private string At(int minutesAgo) => $"timestamptz '{_now:O}' - interval '{minutesAgo} min'";
}
