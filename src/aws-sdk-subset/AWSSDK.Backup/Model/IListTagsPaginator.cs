using Amazon.Runtime;

namespace Amazon.Backup.Model;

/// <summary>The pages of one <c>ListTags</c> question. It can be enumerated once.</summary>
public interface IListTagsPaginator
{
    IPaginatedEnumerable<ListTagsResponse> Responses { get; }
}
