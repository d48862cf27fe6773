using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>The pages of one <c>ListParents</c> question. It can be enumerated once.</summary>
public interface IListParentsPaginator
{
    IPaginatedEnumerable<ListParentsResponse> Responses { get; }

    IPaginatedEnumerable<Parent> Parents { get; }
}
