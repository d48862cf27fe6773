namespace RestoreDrill.Host.Service.Jobs;

/// <summary>What one execution of a job came to; shown on the job's page.</summary>
/// <param name="Note">In one line, without secrets.</param>
/// <param name="Again">How long until the job goes on; null: it has done its work.</param>
internal sealed record JobOutcome(string Note, TimeSpan? Again = null)
{
    /// <summary>The job goes on later.</summary>
    public static JobOutcome Later(TimeSpan wait, string note) => new(note, wait < TimeSpan.Zero ? TimeSpan.Zero : wait);
}
