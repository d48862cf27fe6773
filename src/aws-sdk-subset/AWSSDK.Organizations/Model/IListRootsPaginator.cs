using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>The pages of one <c>ListRoots</c> question. It can be enumerated once.</summary>
public interface IListRootsPaginator
{
    IPaginatedEnumerable<ListRootsResponse> Responses { get; }

    IPaginatedEnumerable<Root> Roots { get; }
}
