namespace RestoreDrill.Host.Service.Jobs;

/// <summary>What we keep with a Hangfire job. Part of what is stored: the names stay.</summary>
internal static class JobParameters
{
    /// <summary>Whether a person asked.</summary>
    public const string Asked = "Asked";

    /// <summary>When the job was made, by the store's clock.</summary>
    public const string AskedAt = "AskedAt";

    /// <summary>Who asked, where that is known: <c>cli:name@host</c>.</summary>
    public const string AskedBy = "AskedBy";

    /// <summary>The run that answers a job which another job carries.</summary>
    public const string Run = "Run";

    /// <summary>Hangfire's own: the moment for which a recurring job was triggered, seconds since 1970.</summary>
    public const string Time = "Time";
}
