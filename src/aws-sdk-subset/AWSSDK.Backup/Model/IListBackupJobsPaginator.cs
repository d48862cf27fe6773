using Amazon.Runtime;

namespace Amazon.Backup.Model;

/// <summary>The pages of one <c>ListBackupJobs</c> question. It can be enumerated once.</summary>
public interface IListBackupJobsPaginator
{
    IPaginatedEnumerable<ListBackupJobsResponse> Responses { get; }

    IPaginatedEnumerable<BackupJob> BackupJobs { get; }
}
