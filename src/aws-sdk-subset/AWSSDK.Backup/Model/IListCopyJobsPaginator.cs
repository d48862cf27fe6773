using Amazon.Runtime;

namespace Amazon.Backup.Model;

/// <summary>The pages of one <c>ListCopyJobs</c> question. It can be enumerated once.</summary>
public interface IListCopyJobsPaginator
{
    IPaginatedEnumerable<ListCopyJobsResponse> Responses { get; }

    IPaginatedEnumerable<CopyJob> CopyJobs { get; }
}
