using System.Text.Json.Nodes;
using RestoreDrill.Core.Scheduling;

namespace RestoreDrill.Host.Tests.Configuration;

public sealed class ScheduleRuleTests : IDisposable
{
    private const string Path = "RestoreDrill:Databases:0:Schedule";

    private readonly ConfigurationFolder _folder = new();

    private JsonObject Plan => _folder.Database["Schedule"]!.AsObject();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Whole_schedule_is_read()
    {
        var schedule = Read()!;

        Assert.Equal("Europe/Berlin", schedule.TimeZone);
        Assert.Equal(new RunSchedule { Cron = "0 2 * * *", Jitter = TimeSpan.FromMinutes(30), Grace = TimeSpan.FromHours(1) }, schedule.Copy);
        Assert.Equal(new RunSchedule { Cron = "0 4 * * Sun", Jitter = TimeSpan.Zero, Grace = TimeSpan.FromHours(2) }, schedule.Drill);
        var blackout = Assert.Single(schedule.Blackouts);
        Assert.Equal([DayOfWeek.Monday, DayOfWeek.Friday], blackout.Days);
        Assert.Equal((new TimeOnly(8, 0), new TimeOnly(18, 0)), (blackout.From, blackout.To));
        Assert.Equal((new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)), (blackout.FirstDate, blackout.LastDate));
    }

    [Fact]
    public void Database_without_a_schedule_is_not_scheduled()
    {
        _folder.Database.Remove("Schedule");

        Assert.Null(Read());
    }

    [Fact]
    public void Schedule_without_a_time_zone_is_in_utc_and_one_kind_may_be_left_out()
    {
        _folder.Database["Schedule"] = JsonNode.Parse("""{ "Drill": { "Cron": "*/3 * * * *", "Jitter": "00:00:00" } }""");

        var schedule = Read()!;

        Assert.Equal("UTC", schedule.TimeZone);
        Assert.Null(schedule.Copy);
        Assert.Equal(TimeSpan.Zero, schedule.Drill!.Jitter);
    }

    public static TheoryData<string, string, string> SpoiltValues => new()
    {
        { "TimeZone", "Europe/Berln", "IANA name such as Europe/Berlin" },
        { "TimeZone", "W. Europe Standard Time", "IANA name" },
        { "Copy:Cron", "0 2 * *", "has 4 fields" },
        { "Copy:Cron", "0 0 2 * * *", "has 6 fields" },
        { "Copy:Cron", "@daily", "has 1 field;" },
        { "Copy:Cron", "60 2 * * *", "is not a cron expression" },
        { "Copy:Cron", "0 2 * * Someday", "is not a cron expression" },
        { "Copy:Cron", "0 2 30 2 *", "never comes" },
        { "Copy:Cron", "", "is missing; write five fields" },
        { "Copy:Grace", "00:00:00", "above zero" },
        { "Copy:Grace", "an hour", "is not a duration" },
        { "Copy:Jitter", "-00:01:00", "is not a duration" },
        { "Copy:Jitter", "1.00:00:00", "below 24 hours" },
        { "Copy:Jitter", "12:00:01", "more than half of the 1 d 00 h between two runs of this Cron" },
        { "Blackouts:0:From", "8", "08:00" },
        { "Blackouts:0:To", "24:00", "midnight is 00:00" },
        { "Blackouts:0:FirstDate", "24.12.2026", "2026-12-24" },
        { "Blackouts:0:LastDate", "2025-12-31", "is before FirstDate 2026-01-01" },
    };

    [Theory]
    [MemberData(nameof(SpoiltValues))]
    public void Value_that_cannot_be_used_is_told_with_its_key_and_what_to_write(string key, string value, string says)
    {
        Override(key, value);

        Assert.Contains(says, _folder.OnlyProblem($"{Path}:{key}").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0 2 * * *", "12:00:00")]
    [InlineData("*/10 * * * *", "00:05:00")]
    [InlineData("0 4 29 2 *", "23:59:59")]
    public void Jitter_of_half_the_shortest_distance_is_accepted(string cron, string jitter)
    {
        (Plan["Copy"]!["Cron"], Plan["Copy"]!["Jitter"]) = (cron, jitter);

        Assert.Equal(TimeSpan.Parse(jitter, System.Globalization.CultureInfo.InvariantCulture), Read()!.Copy!.Jitter);
    }

    [Theory]
    [InlineData("0 2,4 * * *", "01:00:01", "2 h 00 min")]
    [InlineData("*/7 * * * *", "00:02:30", "4 min 00 s")]
    [InlineData("0 0 1,31 * *", "12:00:01", "1 d 00 h")]
    public void Jitter_is_measured_against_the_two_runs_that_are_nearest_to_each_other(string cron, string jitter, string shortest)
    {
        (Plan["Copy"]!["Cron"], Plan["Copy"]!["Jitter"]) = (cron, jitter);

        Assert.Contains($"half of the {shortest} between two runs", _folder.OnlyProblem($"{Path}:Copy:Jitter").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Day_that_is_none_is_told()
    {
        Plan["Blackouts"]![0]!["Days"] = new JsonArray("Mon", "Freitag");

        Assert.Contains("'Freitag' is not a day", _folder.OnlyProblem($"{Path}:Blackouts:0:Days").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_groups_are_told()
    {
        Plan["Drill"] = new JsonObject();
        Assert.Contains("is missing; write five fields", _folder.OnlyProblem($"{Path}:Drill:Cron").Message, StringComparison.Ordinal);

        _folder.Database["Schedule"] = new JsonObject();
        Assert.Contains("schedules nothing; write Copy or Drill", _folder.OnlyProblem(Path).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Schedule_of_nothing_is_told()
    {
        Plan.Remove("Copy");
        Plan.Remove("Drill");

        Assert.Contains("schedules nothing; write Copy or Drill", _folder.OnlyProblem(Path).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[ { } ]""")]
    [InlineData("""[ { "From": "08:00", "To": "08:00" } ]""")]
    [InlineData("""[ { "FirstDate": "2031-06-03" } ]""")]
    [InlineData("""[ { "From": "06:00", "To": "18:00" }, { "From": "18:00", "To": "06:00" } ]""")]
    [InlineData("""[ { "Days": [ "Mon", "Tue", "Wed" ] }, { "Days": [ "Thu", "Fri", "Sat", "Sun" ], "FirstDate": "2027-01-01" } ]""")]
    [InlineData("""[ { "FirstDate": "2027-01-01", "LastDate": "2028-12-31" } ]""")]
    public void Blackouts_that_never_end_are_told(string blackouts)
    {
        Plan["Blackouts"] = JsonNode.Parse(blackouts);

        Assert.Contains("leave no moment free", _folder.OnlyProblem($"{Path}:Blackouts").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[ { "From": "08:00", "To": "07:59" } ]""")]
    [InlineData("""[ { "Days": [ "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" ] } ]""")]
    [InlineData("""[ { "FirstDate": "2026-12-24", "LastDate": "2026-12-26" } ]""")]
    [InlineData("""[ { "LastDate": "2026-12-26" } ]""")]
    [InlineData("""[ { "FirstDate": "2027-01-01", "LastDate": "2027-11-30" }, { "Days": [ "Sun" ] } ]""")]
    public void Blackouts_that_end_are_accepted(string blackouts)
    {
        Plan["Blackouts"] = JsonNode.Parse(blackouts);

        Assert.NotNull(Read());
    }

    private void Override(string key, string value) =>
        _folder.Environment["RestoreDrill__Databases__0__Schedule__" + key.Replace(":", "__", StringComparison.Ordinal)] = value;

    private DatabaseSchedule? Read() => Assert.Single(_folder.Load().Installation.Databases).Schedule;
}
