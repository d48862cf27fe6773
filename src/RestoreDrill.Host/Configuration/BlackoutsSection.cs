using System.Globalization;
using RestoreDrill.Core.Scheduling;

namespace RestoreDrill.Host.Configuration;

/// <summary><c>Blackouts</c> of a schedule: windows in which no scheduled run begins.</summary>
internal static class BlackoutsSection
{
    public static IReadOnlyList<Blackout> Read(Section schedule) => [.. schedule.Sections("Blackouts").Select(ReadOne)];

    private static Blackout ReadOne(Section section)
    {
        var blackout = new Blackout
        {
            Days = ReadDays(section),
            From = ReadTime(section, "From"),
            To = ReadTime(section, "To"),
            FirstDate = ReadDate(section, "FirstDate"),
            LastDate = ReadDate(section, "LastDate"),
        };
        section.RejectUnknown();
        if (blackout.LastDate < blackout.FirstDate)
        {
            section.Findings.Add(
                section.KeyPath("LastDate"),
                FormattableString.Invariant($"{blackout.LastDate:yyyy-MM-dd} is before FirstDate {blackout.FirstDate:yyyy-MM-dd}; write the same day or a later one"));
        }

        return blackout;
    }

    private static List<DayOfWeek> ReadDays(Section section)
    {
        var days = new List<DayOfWeek>();
        foreach (var text in section.Texts("Days"))
        {
            var day = Enum.GetValues<DayOfWeek>().Where(day => IsName(text, day.ToString())).ToList();
            if (day.Count == 0)
            {
                section.Findings.Add(section.KeyPath("Days"), $"'{text}' is not a day; write Mon, Tue, Wed, Thu, Fri, Sat, Sun, or their whole names");
            }

            days.AddRange(day);
        }

        return days;
    }

    private static bool IsName(string text, string day) =>
        text.Equals(day, StringComparison.OrdinalIgnoreCase) || text.Equals(day[..3], StringComparison.OrdinalIgnoreCase);

    private static TimeOnly ReadTime(Section section, string key)
    {
        if (section.Text(key) is not { } text)
        {
            return TimeOnly.MinValue;
        }

        if (!TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            section.Findings.Add(section.KeyPath(key), $"'{text}' is not a time of day; write 00:00 to 23:59, for example 08:00 (midnight is 00:00 at the end of a day, too)");
        }

        return time;
    }

    private static DateOnly? ReadDate(Section section, string key)
    {
        if (section.Text(key) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 2000 and < 2100)
        {
            return date;
        }

        section.Findings.Add(section.KeyPath(key), $"'{text}' is not a date; write year-month-day, for example 2026-12-24");
        return null;
    }
}
