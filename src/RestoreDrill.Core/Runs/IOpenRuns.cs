namespace RestoreDrill.Core.Runs;

/// <summary>The open runs and the jobs that carry them. Every member throws <see cref="StoreUnavailableException"/> when the store cannot be reached.</summary>
public interface IOpenRuns
{
    /// <summary>Every open run, oldest first.</summary>
    Task<IReadOnlyList<OpenRun>> ListOpenAsync(CancellationToken cancellationToken);

    /// <summary>Gives an open run to a job.</summary>
    /// <param name="id">The run.</param>
    /// <param name="before">The job it belongs to until now; null: none.</param>
    /// <param name="job">The new job.</param>
    /// <param name="cancellationToken">Cancels the change.</param>
    /// <returns>False: it belongs to another job than <paramref name="before"/>, or has finished; nothing was changed.</returns>
    Task<bool> AssignJobAsync(RunId id, string? before, string job, CancellationToken cancellationToken);

    /// <summary>The run that a job carries, open or finished; null: none.</summary>
    Task<Run?> FindByJobAsync(string job, CancellationToken cancellationToken);
}
