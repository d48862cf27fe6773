namespace RestoreDrill.Host.Service;

/// <summary>How the service listens, and how often it looks. Read from <c>Service</c> of the configuration.</summary>
internal sealed record ServiceOptions
{
    /// <summary>Where the dashboard and the health pages are, this machine only; <c>http://127.0.0.1:5080</c> unless set.</summary>
    public Uri Listen { get; init; } = new("http://127.0.0.1:5080");

    /// <summary>How often an idle worker asks the store for a job; 3 s unless set.</summary>
    public TimeSpan QueuePoll { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How often the scheduler looks for what is due; 15 s unless set.</summary>
    public TimeSpan SchedulePoll { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>An open run whose next step has been due for so long, and which nobody carries out, is taken up again; 5 minutes unless set.</summary>
    public TimeSpan StuckAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The PostgreSQL schema of Hangfire's tables in the store; <c>hangfire</c> unless set.</summary>
    public string Schema { get; init; } = "hangfire";
}
