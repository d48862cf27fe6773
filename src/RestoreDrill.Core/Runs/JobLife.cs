namespace RestoreDrill.Core.Runs;

/// <summary>What the scheduler says of a job.</summary>
public enum JobLife
{
    /// <summary>It is under way, in a queue, or comes back by itself.</summary>
    Alive,

    /// <summary>It has succeeded, failed or was deleted: it does not come back.</summary>
    Ended,

    /// <summary>The scheduler does not know it (any more).</summary>
    Missing,
}
