using RestoreDrill.Core.Scheduling;

namespace RestoreDrill.Host.Configuration;

/// <summary><c>Schedule</c> of a database: when it is copied and drilled by itself.</summary>
internal static class ScheduleSection
{
    /// <summary>The schedule; null where there is none, or after a finding.</summary>
    public static DatabaseSchedule? Read(Section section, bool isWritten)
    {
        var before = section.Findings.Problems.Count;
        var name = section.Text("TimeZone");
        var zone = ReadZone(section, name);
        var copy = RunScheduleSection.Read(section.Child("Copy"), section.Has("Copy"));
        var drill = RunScheduleSection.Read(section.Child("Drill"), section.Has("Drill"));
        var blackouts = BlackoutsSection.Read(section);
        section.RejectUnknown();
        if (section.Findings.Problems.Count > before)
        {
            return null;
        }

        if (copy is null && drill is null)
        {
            if (isWritten)
            {
                section.Findings.Add(section.Path, "schedules nothing; write Copy or Drill, for example { \"Cron\": \"0 2 * * *\" }, or leave Schedule out");
            }

            return null;
        }

        var schedule = new DatabaseSchedule { TimeZone = zone!.Id, Copy = copy, Drill = drill, Blackouts = blackouts };
        if (EndlessBlackout.IsIn(schedule, zone))
        {
            section.Findings.Add(
                section.KeyPath("Blackouts"),
                "leave no moment free for a year or more, so nothing would ever be copied or drilled; write narrower windows, or leave Schedule out to schedule nothing");
        }

        return schedule;
    }

    private static TimeZoneInfo? ReadZone(Section section, string? name)
    {
        if (name is null)
        {
            return TimeZoneInfo.Utc;
        }

        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId)
        {
            return zone;
        }

        section.Findings.Add(
            section.KeyPath("TimeZone"),
            $"'{name}' is not a time zone that this machine knows; write an IANA name such as Europe/Berlin (upper and lower case as there), or UTC. If it is right, the machine lacks it: install its package tzdata");
        return null;
    }
}
