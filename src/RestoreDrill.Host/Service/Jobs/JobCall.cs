using Hangfire.Common;

namespace RestoreDrill.Host.Service.Jobs;

/// <summary>The two calls that are ever stored with Hangfire, as it stores them.</summary>
internal static class JobCall
{
    /// <summary>What recurs under a name.</summary>
    public static Job Do(string name) => Of(nameof(ServiceJobs.DoAsync), name);

    /// <summary>Going on with a run.</summary>
    public static Job GoOn(string run) => Of(nameof(ServiceJobs.GoOnAsync), run);

    // Context and token are Hangfire's to fill in.
    private static Job Of(string method, string argument) =>
        new(typeof(ServiceJobs), typeof(ServiceJobs).GetMethod(method)!, argument, null!, CancellationToken.None);
}
