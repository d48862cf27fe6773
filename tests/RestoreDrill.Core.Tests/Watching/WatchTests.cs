using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Scheduling;
using RestoreDrill.Core.Watching;

namespace RestoreDrill.Core.Tests.Watching;

/// <summary>Drills at 02:00 UTC each night, with an hour of grace; copies are not scheduled unless a test says so.</summary>
public sealed class WatchTests
{
    private static readonly DateTimeOffset Night = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);

    private readonly MemorySchedules _schedules = new() { Now = Night.AddHours(-12) };
    private readonly MemoryIncidents _incidents = new();
    private readonly MemoryRevocations _revoked = new();
    private DatabaseSchedule _schedule = new() { Drill = new RunSchedule { Cron = "0 2 * * *" } };
    private int _ids;

    [Fact]
    public async Task Drill_that_did_not_begin_by_its_deadline_is_recorded_once()
    {
        await LookAtAsync(Night.AddHours(-12));
        Assert.Equal(0, await LookAtAsync(Night.AddHours(1)));

        Assert.Equal(1, await LookAtAsync(Night.AddHours(1).AddMinutes(1)));
        Assert.Equal(0, await LookAtAsync(Night.AddHours(2)));

        var missed = Assert.Single(_incidents.Recorded);
        Assert.Equal(
            ("missed:drill:courses:2026-03-02T02:00:00Z", IncidentKind.DrillMissed, "drill:courses", "courses"),
            (missed.Key, missed.Kind, missed.Subject, missed.Database));
    }

    [Fact]
    public async Task Message_says_what_did_not_happen_what_is_safe_and_what_to_do()
    {
        _schedule = new DatabaseSchedule { TimeZone = "Europe/Berlin", Copy = new RunSchedule { Cron = "0 3 * * *" } };
        await LookAtAsync(Night.AddHours(-12));
        Add(Night.AddDays(-1), Night.AddDays(-1).AddMinutes(30), outcome: RunOutcome.Copied, kind: RunKind.Copy);
        Add(Night.AddHours(-9), Night.AddHours(-8), outcome: RunOutcome.Failed, kind: RunKind.Copy);

        await LookAtAsync(Night.AddMinutes(90));

        var message = Assert.Single(_incidents.Recorded).Message;
        Assert.Contains("scheduled for 2026-03-02 02:00 UTC (03:00 Europe/Berlin) did not happen", message, StringComparison.Ordinal);
        Assert.Contains("none had begun or was under way by 2026-03-02 03:00 UTC", message, StringComparison.Ordinal);
        Assert.Contains($"the last good copy is that of run {_schedules.Runs[0].Id}, finished 2026-03-01 02:30 UTC, 25 h ago", message, StringComparison.Ordinal);
        Assert.Contains("restoredrill copy courses", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_says_that_there_is_no_proof_at_all()
    {
        await LookAtAsync(Night.AddHours(-12));

        await LookAtAsync(Night.AddHours(2));

        Assert.Contains("no proof is on record in the last 35 days", Assert.Single(_incidents.Recorded).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drill_of_a_copy_whose_proof_is_revoked_is_not_told_as_the_last_proof()
    {
        await LookAtAsync(Night.AddHours(-12));
        Add(Night.AddDays(-2), Night.AddDays(-2).AddHours(1), state: """{"copyArn":"arn:a"}""");
        Add(Night.AddDays(-1), Night.AddDays(-1).AddHours(1), state: """{"copyArn":"arn:b"}""");
        _revoked.Revocations.Add(MemoryRevocations.Of("arn:b"));

        await LookAtAsync(Night.AddHours(2));

        Assert.Contains($"the last proof is that of run {_schedules.Runs[0].Id}", Assert.Single(_incidents.Recorded).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-4)]
    [InlineData(59)]
    public async Task Drill_that_began_within_the_grace_is_kept_even_by_a_clock_that_is_ahead(int minutes)
    {
        await LookAtAsync(Night.AddHours(-12));
        Add(Night.AddMinutes(minutes), Night.AddMinutes(minutes + 1));

        Assert.Equal(0, await LookAtAsync(Night.AddHours(2)));
    }

    [Theory]
    [InlineData(-120, -10)]
    [InlineData(61, 70)]
    public async Task Drill_that_ended_before_or_began_after_does_not_count(int began, int ended)
    {
        await LookAtAsync(Night.AddHours(-12));
        Add(Night.AddMinutes(began), Night.AddMinutes(ended));

        Assert.Equal(1, await LookAtAsync(Night.AddHours(2)));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(null)]
    public async Task Drill_that_was_open_over_the_scheduled_moment_keeps_it(int? endedMinutes)
    {
        await LookAtAsync(Night.AddDays(-3));
        Add(Night.AddHours(-26), endedMinutes is { } minutes ? Night.AddMinutes(minutes) : null);

        await LookAtAsync(Night.AddHours(2));

        Assert.DoesNotContain(_incidents.Recorded, incident => incident.Key.EndsWith("2026-03-02T02:00:00Z", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_of_another_kind_or_database_does_not_count()
    {
        await LookAtAsync(Night.AddHours(-12));
        Add(Night, Night.AddMinutes(5), kind: RunKind.Copy);
        Add(Night, Night.AddMinutes(5), database: "billing");

        Assert.Equal(1, await LookAtAsync(Night.AddHours(2)));
    }

    [Fact]
    public async Task Schedule_that_came_after_the_moment_misses_nothing()
    {
        await LookAtAsync(Night.AddMinutes(10));

        Assert.Equal(0, await LookAtAsync(Night.AddHours(20)));
        Assert.Equal(1, await LookAtAsync(Night.AddDays(1).AddHours(2)));
    }

    [Fact]
    public async Task Schedule_that_was_changed_counts_from_the_change()
    {
        await LookAtAsync(Night.AddHours(-12));
        _schedule = _schedule with { Drill = new RunSchedule { Cron = "0 1 * * *" } };

        Assert.Equal(0, await LookAtAsync(Night.AddHours(3)));
    }

    [Fact]
    public async Task Schedule_that_was_taken_away_for_a_week_misses_nothing_of_it()
    {
        await LookAtAsync(Night.AddHours(-12));
        var kept = _schedule;
        _schedule = new DatabaseSchedule();
        await LookAtAsync(Night.AddHours(-11));
        Assert.Empty(_schedules.Jobs);
        _schedule = kept;

        await LookAtAsync(Night.AddDays(7).AddHours(-1));

        Assert.Empty(_incidents.Recorded);
    }

    [Fact]
    public async Task Service_that_was_away_for_three_nights_tells_each_of_them()
    {
        await LookAtAsync(Night.AddHours(-12));

        Assert.Equal(3, await LookAtAsync(Night.AddDays(2).AddHours(8)));
    }

    [Fact]
    public async Task Run_that_catches_up_after_its_deadline_is_late_all_the_same()
    {
        await LookAtAsync(Night.AddHours(-12));
        Add(Night.AddDays(2).AddHours(8), null, occurrence: Night.AddDays(2));

        Assert.Equal(3, await LookAtAsync(Night.AddDays(2).AddHours(8).AddMinutes(1)));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Run_that_ended_shortly_before_the_moment_keeps_it_only_if_a_person_asked_for_it(bool scheduled, int missed)
    {
        _schedule = new DatabaseSchedule { Drill = new RunSchedule { Cron = "*/3 2 * * *", Grace = TimeSpan.FromMinutes(2) } };
        await LookAtAsync(Night.AddMinutes(54));
        Add(Night.AddMinutes(54), Night.AddMinutes(55), occurrence: scheduled ? Night.AddMinutes(54) : null);

        Assert.Equal(missed, await LookAtAsync(Night.AddMinutes(59.5)));
    }

    [Fact]
    public async Task Unrecorded_misses_are_found_without_being_recorded()
    {
        await LookAtAsync(Night.AddHours(-12));
        _schedules.Now = Night.AddHours(2);
        var watch = Watcher();

        var found = Assert.Single((await watch.FindAsync(CancellationToken.None)).Unrecorded);
        Assert.Equal(("missed:drill:courses:2026-03-02T02:00:00Z", Night.AddHours(2)), (found.Key, found.At));
        Assert.Empty(_incidents.Recorded);
        Assert.Equal(1, await LookAtAsync(Night.AddHours(2)));
        Assert.Empty((await watch.FindAsync(CancellationToken.None)).Unrecorded);
    }

    [Fact]
    public async Task Schedule_that_no_service_watches_is_not_judged_by_those_who_only_ask()
    {
        _schedules.Now = Night.AddHours(2);
        Assert.Empty((await Watcher().FindAsync(CancellationToken.None)).Unrecorded);
        Assert.All((await Watcher().FindAsync(CancellationToken.None)).Unwatched, static unwatched => Assert.False(unwatched.FollowedOtherwise));
        Assert.NotEmpty((await Watcher().FindAsync(CancellationToken.None)).Unwatched);

        await LookAtAsync(Night.AddHours(-12));
        Assert.Empty((await Watcher().FindAsync(CancellationToken.None)).Unwatched);
        _schedule = _schedule with { Drill = new RunSchedule { Cron = "0 1 * * *" } };
        _schedules.Now = Night.AddHours(3);
        Assert.Empty((await Watcher().FindAsync(CancellationToken.None)).Unrecorded);
        Assert.True(Assert.Single((await Watcher().FindAsync(CancellationToken.None)).Unwatched, static unwatched => unwatched.Kind == RunKind.Drill).FollowedOtherwise);
    }

    [Fact]
    public async Task Moments_further_back_than_the_horizon_are_not_looked_for()
    {
        await LookAtAsync(Night.AddDays(-100));

        Assert.Equal(35, await LookAtAsync(Night.AddHours(8)));
    }

    [Fact]
    public async Task Flood_of_misses_is_told_by_the_latest_and_the_number_of_the_others()
    {
        _schedule = new DatabaseSchedule { Drill = new RunSchedule { Cron = "* * * * *", Grace = TimeSpan.FromMinutes(1) } };
        await LookAtAsync(Night);

        Assert.Equal(Watch.MostAtOnce, await LookAtAsync(Night.AddMinutes(252)));

        Assert.Equal("missed:drill:courses:2026-03-02T06:10:00Z", _incidents.Recorded[^1].Key);
        Assert.Contains("150 more, since 2026-03-02 02:01 UTC, were missed before it", _incidents.Recorded[0].Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_incidents.Recorded.Skip(1), static incident => incident.Message.Contains("were missed before it", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Look_that_finds_nothing_new_due_reads_no_runs()
    {
        await LookAtAsync(Night.AddHours(-12));
        Add(Night, Night.AddMinutes(5));
        await LookAtAsync(Night.AddHours(2));
        var listings = _schedules.Listings;

        for (var i = 0; i < 100; i++)
        {
            await LookAtAsync(Night.AddHours(2).AddMinutes(i));
        }

        Assert.Equal(listings, _schedules.Listings);
    }

    [Fact]
    public async Task Drill_held_back_by_a_blackout_is_due_when_it_ends()
    {
        _schedule = _schedule with { Blackouts = [new Blackout { From = new TimeOnly(1, 0), To = new TimeOnly(6, 0) }] };
        await LookAtAsync(Night.AddHours(-12));

        Assert.Equal(0, await LookAtAsync(Night.AddHours(4).AddMinutes(59)));
        Assert.Equal(1, await LookAtAsync(Night.AddHours(5).AddMinutes(1)));
    }

    [Fact]
    public async Task Freeze_of_days_is_judged_when_it_has_ended()
    {
        _schedule = _schedule with { Blackouts = [new Blackout { FirstDate = new DateOnly(2026, 3, 2), LastDate = new DateOnly(2026, 3, 4) }] };
        await LookAtAsync(Night.AddHours(-12));
        Assert.Equal(0, await LookAtAsync(Night.AddDays(2).AddHours(12)));
        Add(Night.AddDays(3).AddHours(-2), null, occurrence: Night.AddDays(2));

        Assert.Equal(0, await LookAtAsync(Night.AddDays(3).AddHours(2)));
    }

    private Task<int> LookAtAsync(DateTimeOffset now)
    {
        _schedules.Now = now;
        return Watcher().LookAsync(CancellationToken.None);
    }

    private Watch Watcher() => new(Sample.Options with { Databases = [Sample.Configured with { Schedule = _schedule }] }, _schedules, _incidents, _revoked);

    private void Add(
        DateTimeOffset created,
        DateTimeOffset? finished,
        DateTimeOffset? occurrence = null,
        RunOutcome outcome = RunOutcome.Pass,
        RunKind kind = RunKind.Drill,
        string database = Sample.Database,
        string state = "{}") => _schedules.Runs.Add(new Run
        {
            Id = RunId.New(kind, created, new Random(++_ids)),
            Kind = kind,
            Database = database,
            Trigger = "test",
            Phase = "any",
            PhaseSince = created,
            Troubles = 0,
            State = state,
            CreatedAt = created,
            Occurrence = occurrence,
            FinishedAt = finished,
            Outcome = finished is null ? null : outcome,
        });
}
