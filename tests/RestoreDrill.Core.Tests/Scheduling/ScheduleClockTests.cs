using System.Globalization;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Scheduling;

namespace RestoreDrill.Core.Tests.Scheduling;

/// <summary>Clocks in Berlin: forward from 02:00 to 03:00 on 29 March 2026, back from 03:00 to 02:00 on 25 October 2026.</summary>
public sealed class ScheduleClockTests
{
    [Theory]
    [InlineData("30 2 * * *", "2026-03-28", "2026-03-28 01:30", "2026-03-29 01:00", "2026-03-30 00:30")]
    [InlineData("30 2 * * *", "2026-10-24", "2026-10-24 00:30", "2026-10-25 00:30", "2026-10-26 01:30")]
    [InlineData("0 12 * * *", "2026-03-28", "2026-03-28 11:00", "2026-03-29 10:00", "2026-03-30 10:00")]
    [InlineData("0 12 * * *", "2026-10-24", "2026-10-24 10:00", "2026-10-25 11:00", "2026-10-26 11:00")]
    public void Night_in_which_clocks_change_has_one_occurrence(string cron, string firstDay, params string[] expected)
    {
        var from = Utc(firstDay + " 00:00").AddHours(-2);

        Assert.Equal(expected.Select(Utc), Clock(cron).Occurrences(RunKind.Drill, from, from.AddDays(3)));
    }

    [Fact]
    public void Hours_are_all_there_when_clocks_change()
    {
        Assert.Equal(24, Clock("0 * * * *").Occurrences(RunKind.Drill, Utc("2026-03-28 12:00"), Utc("2026-03-29 12:00")).Count);
        Assert.Equal(24, Clock("0 * * * *").Occurrences(RunKind.Drill, Utc("2026-10-24 12:00"), Utc("2026-10-25 12:00")).Count);
    }

    [Fact]
    public void Occurrences_begin_after_the_first_moment_and_end_with_the_last()
    {
        var clock = Clock("0 * * * *");

        Assert.Equal(
            [Utc("2026-06-01 11:00"), Utc("2026-06-01 12:00")],
            clock.Occurrences(RunKind.Drill, Utc("2026-06-01 10:00"), Utc("2026-06-01 12:00")));
        Assert.Empty(clock.Occurrences(RunKind.Copy, Utc("2026-06-01 10:00"), Utc("2026-06-01 12:00")));
        Assert.All(clock.Occurrences(RunKind.Drill, Utc("2026-06-01 10:00"), Utc("2026-06-01 12:00")), static at => Assert.Equal(TimeSpan.Zero, at.Offset));
    }

    [Theory]
    [InlineData("* * * * *", "2026-06-01 10:00", "2026-06-01 10:00")]
    [InlineData("0 3 * * *", "2026-06-01 00:59", "2026-05-31 01:00")]
    [InlineData("0 3 * * *", "2026-06-01 01:00", "2026-06-01 01:00")]
    [InlineData("0 3 * * SUN", "2026-06-06 12:00", "2026-05-31 01:00")]
    [InlineData("0 3 15 * *", "2026-06-14 12:00", "2026-05-15 01:00")]
    [InlineData("0 3 1 7 *", "2026-06-30 12:00", "2025-07-01 01:00")]
    [InlineData("0 3 30 2 *", "2026-06-30 12:00", null)]
    public void Last_occurrence_is_found_however_far_back(string cron, string moment, string? expected) =>
        Assert.Equal(expected is null ? null : Utc(expected), Clock(cron).OccurrenceAtOrBefore(RunKind.Drill, Utc(moment)));

    [Fact]
    public void Jitter_is_within_its_bounds_the_same_each_night_and_another_for_each_job()
    {
        var jitter = TimeSpan.FromHours(2);
        var clock = new ScheduleClock(new DatabaseSchedule
        {
            Copy = new RunSchedule { Cron = "0 1 * * *", Jitter = jitter }, Drill = new RunSchedule { Cron = "0 1 * * *", Jitter = jitter },
        });
        var night = Utc("2026-06-01 01:00");
        var names = Enumerable.Range(0, 100).Select(static i => $"database-{i}").ToList();
        List<TimeSpan> Shifts(RunKind kind, DateTimeOffset of) => [.. names.Select(name => clock.DueAt(kind, name, of) - of)];

        var drills = Shifts(RunKind.Drill, night);

        Assert.All(drills, shift => Assert.InRange(shift, TimeSpan.Zero, jitter - TimeSpan.FromTicks(1)));
        Assert.Equal(drills, Shifts(RunKind.Drill, night.AddDays(1)));
        Assert.Equal(200, drills.Concat(Shifts(RunKind.Copy, night)).Distinct().Count());
        Assert.True(drills.Max() - drills.Min() > jitter * 0.9, "spread over the whole window");
    }

    [Fact]
    public void Run_without_jitter_is_due_at_its_occurrence() =>
        Assert.Equal(Utc("2026-06-01 01:00"), Clock("0 3 * * *").DueAt(RunKind.Drill, "courses", Utc("2026-06-01 01:00")));

    [Theory]
    [InlineData("2026-06-01 19:59", null)]
    [InlineData("2026-06-01 20:00", "2026-06-02 04:00")]
    [InlineData("2026-06-02 03:59", "2026-06-02 04:00")]
    [InlineData("2026-06-02 04:00", null)]
    public void Blackout_over_midnight_holds_back_on_both_days(string moment, string? end) =>
        AssertEnd(end, moment, new Blackout { From = new TimeOnly(22, 0), To = new TimeOnly(6, 0) });

    [Theory]
    [InlineData("2026-06-05 21:00", "2026-06-06 04:00")]
    [InlineData("2026-06-06 03:00", "2026-06-06 04:00")]
    [InlineData("2026-06-06 21:00", null)]
    [InlineData("2026-06-05 03:00", null)]
    public void Blackout_of_a_day_of_the_week_is_the_one_that_begins_on_it(string moment, string? end) =>
        AssertEnd(end, moment, new Blackout { Days = [DayOfWeek.Friday], From = new TimeOnly(22, 0), To = new TimeOnly(6, 0) });

    [Theory]
    [InlineData("2026-12-23 22:59", null)]
    [InlineData("2026-12-23 23:00", "2026-12-26 23:00")]
    [InlineData("2026-12-25 12:00", "2026-12-26 23:00")]
    [InlineData("2026-12-26 23:00", null)]
    public void Blackout_of_whole_days_reaches_over_all_of_them(string moment, string? end) =>
        AssertEnd(end, moment, new Blackout { FirstDate = new DateOnly(2026, 12, 24), LastDate = new DateOnly(2026, 12, 26) });

    [Theory]
    [InlineData("2026-06-01 06:30", "2026-06-01 12:00")]
    [InlineData("2026-06-01 08:00", "2026-06-01 12:00")]
    [InlineData("2026-06-01 12:00", null)]
    [InlineData("2026-06-01 13:00", "2026-06-01 14:00")]
    public void Blackouts_that_touch_or_overlap_are_one(string moment, string? end) => AssertEnd(
        end,
        moment,
        new Blackout { From = new TimeOnly(15, 0), To = new TimeOnly(16, 0) },
        new Blackout { From = new TimeOnly(9, 0), To = new TimeOnly(14, 0) },
        new Blackout { From = new TimeOnly(8, 0), To = new TimeOnly(9, 0) },
        new Blackout { From = new TimeOnly(10, 0), To = new TimeOnly(11, 0) });

    [Theory]
    [InlineData("2026-03-29 00:30", "2026-03-29 01:00")]
    [InlineData("2026-03-29 01:00", null)]
    [InlineData("2026-10-25 00:15", "2026-10-25 01:30")]
    [InlineData("2026-10-25 01:15", "2026-10-25 01:30")]
    [InlineData("2026-10-25 01:30", null)]
    public void Blackout_that_ends_while_clocks_change_ends_once(string moment, string? end) =>
        AssertEnd(end, moment, new Blackout { From = new TimeOnly(1, 0), To = new TimeOnly(2, 30) });

    [Fact]
    public void Blackout_without_an_end_is_given_up_after_a_year()
    {
        var moment = Utc("2026-06-01 12:00");

        var end = Clock("0 3 * * *", new Blackout()).BlackoutEnd(moment);

        Assert.InRange(end!.Value, moment.AddDays(364), moment.AddDays(366));
    }

    [Fact]
    public void Run_that_falls_into_a_blackout_is_due_when_it_ends()
    {
        var clock = Clock("0 3 * * *", new Blackout { From = new TimeOnly(2, 0), To = new TimeOnly(5, 0) });

        Assert.Equal(Utc("2026-06-01 03:00"), clock.DueAt(RunKind.Drill, "courses", Utc("2026-06-01 01:00")));
    }

    [Fact]
    public void Text_of_a_schedule_is_the_same_for_the_same_schedule_and_another_for_each_thing_that_matters()
    {
        static DatabaseSchedule Schedule() => new()
        {
            Copy = new RunSchedule { Cron = "0 1 * * *" },
            Drill = new RunSchedule { Cron = "0 3 * * *" },
            Blackouts = [new Blackout { Days = [DayOfWeek.Friday], From = new TimeOnly(22, 0), FirstDate = new DateOnly(2026, 12, 24) }],
        };
        var drill = Schedule().Drill!;
        DatabaseSchedule[] others =
        [
            Schedule() with { TimeZone = "Europe/Berlin" },
            Schedule() with { Blackouts = [] },
            Schedule() with { Drill = drill with { Cron = "0 4 * * *" } },
            Schedule() with { Drill = drill with { Jitter = TimeSpan.FromMinutes(1) } },
            Schedule() with { Drill = drill with { Grace = TimeSpan.FromMinutes(1) } },
        ];

        Assert.Equal(Schedule().TextOf(RunKind.Drill), (Schedule() with { Copy = null }).TextOf(RunKind.Drill));
        Assert.Equal(6, others.Append(Schedule()).Select(static schedule => schedule.TextOf(RunKind.Drill)).Distinct().Count());
    }

    private static void AssertEnd(string? expected, string moment, params Blackout[] blackouts) =>
        Assert.Equal(expected is null ? null : Utc(expected), Clock("0 3 * * *", blackouts).BlackoutEnd(Utc(moment)));

    private static ScheduleClock Clock(string cron, params Blackout[] blackouts) =>
        new(new DatabaseSchedule { TimeZone = "Europe/Berlin", Drill = new RunSchedule { Cron = cron }, Blackouts = blackouts });

    private static DateTimeOffset Utc(string text) => DateTimeOffset.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
