using RestoreDrill.Host.Service;

namespace RestoreDrill.Host.Configuration;

/// <summary><c>Service</c>: what <c>restoredrill serve</c> needs beside the rest. Every key may be left out.</summary>
internal static class ServiceSection
{
    private static readonly string[] ThisMachine = ["127.0.0.1", "[::1]", "localhost"];

    public static ServiceOptions Read(Section section)
    {
        var unset = new ServiceOptions();
        var before = section.Findings.Problems.Count;
        var service = new ServiceOptions
        {
            Listen = ReadListen(section) ?? unset.Listen,
            QueuePoll = section.Duration("QueuePoll") ?? unset.QueuePoll,
            SchedulePoll = section.Duration("SchedulePoll") ?? unset.SchedulePoll,
            StuckAfter = section.Duration("StuckAfter") ?? unset.StuckAfter,
            Schema = ReadSchema(section) ?? unset.Schema,
        };
        section.RejectUnknown();
        if (section.Findings.Problems.Count == before && service.StuckAfter <= service.QueuePoll + service.SchedulePoll)
        {
            section.Findings.Add(
                section.KeyPath("StuckAfter"),
                $"is {service.StuckAfter:c}, no longer than QueuePoll and SchedulePoll together ({service.QueuePoll + service.SchedulePoll:c}), "
                + "so a run that only waits for its next step would count as stuck; write a longer one, for example 00:05:00");
        }

        return service;
    }

    private static Uri? ReadListen(Section section)
    {
        if (section.Text("Listen") is not { } text)
        {
            return null;
        }

        var key = section.KeyPath("Listen");
        if (!Uri.TryCreate(text, UriKind.Absolute, out var listen) || listen.Scheme != Uri.UriSchemeHttp || listen.PathAndQuery != "/" || listen.UserInfo.Length > 0)
        {
            section.Findings.Add(key, $"'{text}' is not an address to listen at; write http://, a host and a port, nothing behind them: http://127.0.0.1:5080");
            return null;
        }

        if (!ThisMachine.Contains(listen.Host, StringComparer.Ordinal))
        {
            section.Findings.Refuse(
                key,
                $"'{text}' can be reached from other machines, and the dashboard has no login yet: whoever reaches it could begin and stop runs. "
                + "Write 127.0.0.1, [::1] or localhost as the host, and reach it through an SSH tunnel");
            return null;
        }

        return listen;
    }

    private static string? ReadSchema(Section section)
    {
        if (section.Text("Schema") is not { } schema)
        {
            return null;
        }

        if (Forms.Schema().IsMatch(schema))
        {
            return schema;
        }

        section.Findings.Add(
            section.KeyPath("Schema"),
            $"'{schema}' cannot be used; write 1 to 63 of a to z and _, not restoredrill (RestoreDrill's own tables), public or pg_..., for example hangfire");
        return null;
    }
}
