using RestoreDrill.Core.Cloud;

namespace RestoreDrill.Core.Copying.Backups;

/// <summary>Copy jobs of AWS Backup out of a vault of an account. Every member throws <see cref="CloudException"/> when AWS refuses or does not answer.</summary>
public interface ICopyJobs
{
    /// <summary>Asks for a copy job.</summary>
    /// <returns>The job's id: that of the first call, if the order was sent before with its token.</returns>
    Task<string> StartCopyAsync(CopyOrder order, CancellationToken cancellationToken);

    /// <summary>The job, or null if the account has none of this id.</summary>
    Task<CopyJob?> FindCopyJobAsync(string job, CancellationToken cancellationToken);
}
