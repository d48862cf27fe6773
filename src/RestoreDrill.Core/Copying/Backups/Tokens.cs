using System.Globalization;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Copying.Backups;

/// <summary>
/// Idempotency tokens of jobs: from the run alone, so that an order repeated after a crash is the same job (StartBackupJob, IdempotencyToken: "Retrying a
/// successful request with the same idempotency token results in a success message with no action taken").
/// </summary>
internal static class Tokens
{
    /// <param name="run">The run.</param>
    /// <param name="what">Which order of it.</param>
    /// <param name="attempt">From 0; a job that failed is asked for again under a new token, since the old one would give the failed job.</param>
    public static string Of(RunId run, string what, int attempt) => string.Create(CultureInfo.InvariantCulture, $"restoredrill-{run}-{what}-{attempt}");

    /// <summary>Orders are repeated for as long as a copy may take, and no longer.</summary>
    /// <exception cref="StepFailedException">That time is over.</exception>
    public static void RequireTime(DateTimeOffset? since, TimeSpan limit, TimeProvider time, string? message, string next = "Start a new copy run when the cause is known.")
    {
        if (since is { } first && time.GetUtcNow() - first > limit)
        {
            throw new StepFailedException($"AWS Backup was asked again and again for {limit.TotalHours:0.#} h, and says still: {message} {next}");
        }
    }
}
