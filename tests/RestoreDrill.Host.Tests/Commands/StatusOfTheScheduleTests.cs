using System.Text.Json.Nodes;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Watching;
using RestoreDrill.Host.Commands;
using RestoreDrill.Host.Tests.Fakes;

namespace RestoreDrill.Host.Tests.Commands;

/// <summary>What <c>status</c> tells of schedules and incidents. It is Sunday, 1 March 2026, 12:00 UTC, 13:00 in Berlin.</summary>
public sealed class StatusOfTheScheduleTests : IDisposable
{
    private readonly CommandLine _line = new();

    public StatusOfTheScheduleTests() => RecordedRuns.Record(_line);

    public void Dispose() => _line.Dispose();

    [Theory]
    [InlineData("status-incidents.txt", "status")]
    [InlineData("status-incidents.json", "status", "--output", "json")]
    public async Task Incidents_are_told_as_approved(string approved, params string[] arguments)
    {
        _line.Watch.Add(Missed(IncidentKind.DrillMissed, hours: 0.5) with { Key = "missed:drill:courses:2026-03-01T11:15:00Z" });
        _line.Watch.Add(new Incident
        {
            Key = "taken-up", Kind = IncidentKind.RunTakenUp, Subject = RecordedRuns.CopyId.Value, Database = "courses", Run = RecordedRuns.CopyId, At = CommandLine.Now.AddHours(-9.5),
            Message = "Nobody carried out its next step for 5 min 12 s; a new job does. Nothing is lost.",
        });
        _line.Watch.Add(new Incident
        {
            Key = "disabled", Kind = IncidentKind.RecurringRestored, Subject = "copy:courses", Database = "courses", At = CommandLine.Now.AddDays(-6),
            Message = "The recurring job was disabled and was registered again.",
        });

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync(arguments));

        Approved.Equal(approved, _line.Out);
    }

    [Theory]
    [InlineData(IncidentKind.CopyMissed, 8.5, ExitCodes.Failed)]
    [InlineData(IncidentKind.CopyMissed, 9.5, ExitCodes.Ok)]
    [InlineData(IncidentKind.DrillMissed, 0.5, ExitCodes.Failed)]
    [InlineData(IncidentKind.DrillMissed, 1.5, ExitCodes.Ok)]
    public async Task Missed_run_is_red_until_a_good_one_has_ended_since(IncidentKind kind, double hours, int exitCode)
    {
        _line.Watch.Add(Missed(kind, hours));

        Assert.Equal(exitCode, await _line.RunAsync("status"));
        Assert.Equal(exitCode == ExitCodes.Failed, _line.Out.Contains(" was missed, and ", StringComparison.Ordinal));
        Assert.Contains("1 in the last 7 days", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drill_that_did_not_pass_makes_up_for_none()
    {
        _line.Watch.Add(Missed(IncidentKind.DrillMissed, hours: 0.5));
        _line.Store.Add(RecordedRuns.Drill with { Id = RunId.Parse("d00bbbbbbbb2"), FinishedAt = CommandLine.Now.AddMinutes(-1), Outcome = RunOutcome.Inconclusive });

        await _line.RunAsync("status");

        Assert.Contains("the drill of 2026-03-01 11:30:00Z was missed, and none has passed since", _line.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-2, ExitCodes.Failed)]
    [InlineData(2, ExitCodes.Ok)]
    public async Task Drill_that_passed_before_the_miss_was_recorded_makes_up_for_what_was_scheduled_before_it(int hours, int exitCode)
    {
        var scheduled = CommandLine.Now.AddHours(4);
        _line.Configuration.Database["Schedule"] = new JsonObject { ["Drill"] = new JsonObject { ["Cron"] = "0 16 * * *", ["Grace"] = "00:30:00" } };
        var watch = new Watch(_line.Configuration.Load().Installation, _line.Watch, _line.Watch, _line.Store);
        await watch.LookAsync(TestContext.Current.CancellationToken);
        _line.Store.Add(RecordedRuns.Drill with
        {
            Id = RunId.Parse("d00bbbbbbbb2"), CreatedAt = scheduled.AddHours(hours).AddMinutes(-10), FinishedAt = scheduled.AddHours(hours),
        });
        _line.Time.Advance(TimeSpan.FromHours(10));
        Assert.Equal(1, await watch.LookAsync(TestContext.Current.CancellationToken));

        Assert.Equal(exitCode, await _line.RunAsync("status"));
        Assert.Contains("drill missed", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missed_run_is_red_though_no_service_is_alive_to_record_it()
    {
        _line.Configuration.Database["Schedule"] = new JsonObject { ["Drill"] = new JsonObject { ["Cron"] = "0 16 * * *", ["Grace"] = "00:30:00" } };
        _line.FollowSchedules();
        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("status"));
        _line.Time.Advance(TimeSpan.FromHours(10));

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("status"));

        Assert.Contains("the drill of 2026-03-01 16:00:00Z was missed, and none has passed since", _line.Out, StringComparison.Ordinal);
        Assert.Empty(await _line.Watch.ListIncidentsAsync(10, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Schedule_that_no_service_follows_is_red()
    {
        _line.Configuration.Database["Schedule"] = new JsonObject { ["Copy"] = new JsonObject { ["Cron"] = "0 16 * * *" } };
        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("status"));
        Assert.Contains("red: courses: services schedule copies otherwise than this configuration does", _line.Out, StringComparison.Ordinal);

        _line.Watch.ForgetSchedules();
        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("status"));
        Assert.Contains("red: courses: copies are scheduled, and no service has ever followed that schedule", _line.Out, StringComparison.Ordinal);

        _line.FollowSchedules();
        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("status"));
    }

    [Fact]
    public async Task Open_run_that_nobody_goes_on_with_is_red()
    {
        _line.Store.Add(RecordedRuns.Drill with { Id = RunId.Parse("d00bbbbbbbb3"), FinishedAt = null, Outcome = null, Phase = "restoring", NextStepAt = CommandLine.Now.AddHours(-1) });

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("status"));

        Assert.Contains("drill d00bbbbbbbb3 in restoring has been due for 1 h", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_scheduled_any_more_is_not_red()
    {
        _line.Configuration.Database.Remove("Schedule");
        _line.Watch.Add(Missed(IncidentKind.DrillMissed, hours: 0.5));

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("status"));

        Assert.Contains("not scheduled  not scheduled", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_missed_runs_are_one_red_sentence_and_one_row()
    {
        for (var i = 0; i < 15; i++)
        {
            _line.Watch.Add(Missed(IncidentKind.DrillMissed, hours: 0.5 + i * 0.01));
        }

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("status"));

        Assert.Contains("15 in the last 7 days, the newest 10 below", _line.Out, StringComparison.Ordinal);
        Assert.Contains("\n30 min 00 s ago  drill missed, 10 times  drill:courses  ", _line.Out, StringComparison.Ordinal);
        Assert.Contains("red: courses: 15 drills were missed since 2026-03-01 11:21:36Z, and none has passed since; `restoredrill drill courses` makes up for them", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Incident_of_more_than_7_days_ago_is_not_told()
    {
        _line.Watch.Add(Missed(IncidentKind.RunTakenUp, hours: 7 * 24 + 0.1));

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("status"));

        Assert.Contains("none in the last 7 days", _line.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0 2 * * *", "[]", "2026-03-02T01:00:00+00:00", "2026-03-02T01:00:00+00:00", false)]
    [InlineData("0 12 * * *", """[ { "From": "11:00", "To": "18:00" } ]""", "2026-03-01T11:00:00+00:00", "2026-03-01T17:00:00+00:00", true)]
    [InlineData("0 14 * * *", """[ { "Days": [ "Sun" ] } ]""", "2026-03-01T13:00:00+00:00", "2026-03-01T23:00:00+00:00", true)]
    [InlineData("0 4 29 2 *", "[]", "2028-02-29T03:00:00+00:00", "2028-02-29T03:00:00+00:00", false)]
    public async Task Next_run_is_told(string cron, string blackouts, string occurrence, string due, bool heldBack)
    {
        _line.Configuration.Database["Schedule"] =
            new JsonObject { ["TimeZone"] = "Europe/Berlin", ["Copy"] = new JsonObject { ["Cron"] = cron }, ["Blackouts"] = JsonNode.Parse(blackouts) };

        await _line.RunAsync("status", "--output", "json");

        var database = JsonNode.Parse(_line.Out)!["databases"]![0]!;
        Assert.Equal(occurrence, database["nextCopy"]!["occurrence"]!.GetValue<string>());
        Assert.Equal(due, database["nextCopy"]!["due"]!.GetValue<string>());
        Assert.Equal(heldBack, database["nextCopy"]!["heldBack"]!.GetValue<bool>());
        Assert.Null(database["nextDrill"]);
    }

    private static Incident Missed(IncidentKind kind, double hours) => new()
    {
        Key = $"{kind}:{hours}",
        Kind = kind,
        Subject = kind == IncidentKind.CopyMissed ? "copy:courses" : "drill:courses",
        Database = "courses",
        Message = "The drill of 'courses' that was scheduled for 2026-03-01 11:15 UTC (12:15 Europe/Berlin) did not happen: due at 2026-03-01 11:15 UTC, none had begun or was "
            + "under way by 2026-03-01 11:30 UTC. The copies in the vault are untouched; the last proof is that of run d00bbbbbbbb1, finished 2026-03-01 11:00 UTC, 0.5 h ago. Next: restoredrill drill courses makes up for it now.",
        At = CommandLine.Now.AddHours(-hours),
    };
}
