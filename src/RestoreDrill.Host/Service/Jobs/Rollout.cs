namespace RestoreDrill.Host.Service.Jobs;

/// <summary>While a release or a configuration is rolled out, hosts differ: what one does not know, another may.</summary>
internal static class Rollout
{
    /// <summary>How long a job waits for a host that knows what it names.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Until it is tried again, on whatever host then takes it.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);
}
