namespace RestoreDrill.Host.Service.Jobs;

/// <summary>The two queues, each worked on by a server of its own: on PostgreSQL, the order of queues within one server is alphabetical.</summary>
internal static class Queues
{
    /// <summary>What people asked for.</summary>
    public const string Asked = "asked";

    public const string Scheduled = "scheduled";
}
