using Cronos;
using RestoreDrill.Core.Scheduling;
using RestoreDrill.Host.Reporting;

namespace RestoreDrill.Host.Configuration;

/// <summary><c>Copy</c> and <c>Drill</c> of a schedule.</summary>
internal static class RunScheduleSection
{
    private const string Example = "five fields (minute, hour, day of month, month, day of week), for example 0 2 * * * for every night at two";

    /// <summary>Enough to see the two that are nearest to each other.</summary>
    private const int OccurrencesLookedAt = 3000;

    /// <summary>Cron expressions have no years, so any stretch with a 29 February in it shows all they do.</summary>
    private static readonly DateTime LookedAtFrom = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly DateTime LookedAtUntil = LookedAtFrom.AddYears(5);

    /// <summary>Null where there is none, or after a finding.</summary>
    public static RunSchedule? Read(Section section, bool isWritten)
    {
        var before = section.Findings.Problems.Count;
        var text = section.Text("Cron");
        var jitter = section.DurationOrZero("Jitter");
        var grace = section.Duration("Grace");
        section.RejectUnknown();
        if (isWritten && text is null)
        {
            section.Findings.Add(section.KeyPath("Cron"), $"is missing; write {Example}");
        }

        var cron = text is null ? null : Parse(section, text);
        if (cron is not null && jitter is { } given)
        {
            CheckJitter(section, given, cron);
        }

        if (text is null || section.Findings.Problems.Count > before)
        {
            return null;
        }

        var schedule = new RunSchedule { Cron = text, Jitter = jitter ?? TimeSpan.Zero };
        return grace is { } patience ? schedule with { Grace = patience } : schedule;
    }

    private static CronExpression? Parse(Section section, string text)
    {
        var key = section.KeyPath("Cron");
        var fields = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        if (fields != 5)
        {
            section.Findings.Add(key, $"'{text}' has {Words.Of(fields, "field")}; write {Example}");
            return null;
        }

        CronExpression cron;
        try
        {
            cron = CronExpression.Parse(text);
        }
        catch (CronFormatException exception)
        {
            section.Findings.Add(key, $"'{text}' is not a cron expression: {exception.Message} Write {Example}");
            return null;
        }

        if (cron.GetNextOccurrence(LookedAtFrom) is null)
        {
            section.Findings.Add(key, $"'{text}' never comes (is there such a day in that month?); write {Example}");
            return null;
        }

        return cron;
    }

    private static void CheckJitter(Section section, TimeSpan jitter, CronExpression cron)
    {
        if (jitter >= TimeSpan.FromDays(1))
        {
            section.Findings.Add(section.KeyPath("Jitter"), $"'{jitter:c}' is a day or more; write a duration below 24 hours, for example 00:30:00");
        }
        else if (Shortest(cron) is { } shortest && jitter > shortest / 2)
        {
            section.Findings.Add(
                section.KeyPath("Jitter"),
                $"'{jitter:c}' is more than half of the {Words.Span(shortest)} between two runs of this Cron, so one could begin when the next is due; write {shortest / 2:c} or less");
        }
    }

    /// <summary>The shortest distance between two occurrences; null: there is no second one.</summary>
    private static TimeSpan? Shortest(CronExpression cron)
    {
        var occurrences = cron.GetOccurrences(LookedAtFrom, LookedAtUntil).Take(OccurrencesLookedAt).ToList();
        return occurrences.Count < 2 ? null : occurrences.Zip(occurrences.Skip(1), static (one, next) => next - one).Min();
    }
}
