namespace RestoreDrill.Core.Runs;

/// <summary>The rule by which an open run needs to be taken up by a new job: nobody holds it, and nobody will. An emergency restore never is: only the person who confirmed it goes on with it.</summary>
public static class StuckRuns
{
    /// <summary>The runs that need to be taken up, in the given order, each with the reason in words.</summary>
    /// <param name="open">The open runs.</param>
    /// <param name="lifeOf">What the scheduler says of a job. A run that no job carries (a command line drives it) is judged by its idleness alone.</param>
    /// <param name="limit">For how long the next step of a run may be due without being made.</param>
    /// <remarks>A run may finish, or be given to a job, while it is looked at: take it up with <see cref="IOpenRuns.AssignJobAsync"/>.</remarks>
    public static IReadOnlyList<(OpenRun Run, string Reason)> Find(IEnumerable<OpenRun> open, Func<string, JobLife> lifeOf, TimeSpan limit)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(lifeOf);
        return [.. open.Where(static run => !run.Leased && run.Run.Kind != RunKind.Restore).Select(run => (run, Reason(run, lifeOf, limit)!)).Where(static found => found.Item2 is not null)];
    }

    private static string? Reason(OpenRun open, Func<string, JobLife> lifeOf, TimeSpan limit)
    {
        var life = open.Run.Job is { } job ? lifeOf(job) : JobLife.Alive;
        return life switch
        {
            JobLife.Missing => $"its job {open.Run.Job} does not exist any more",
            JobLife.Ended => $"its job {open.Run.Job} has ended",
            _ when open.Idle > limit => $"its next step has been due for {open.Idle:c} and nobody made it",
            _ => null,
        };
    }
}
