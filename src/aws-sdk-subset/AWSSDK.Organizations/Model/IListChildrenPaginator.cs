using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>The pages of one <c>ListChildren</c> question. It can be enumerated once.</summary>
public interface IListChildrenPaginator
{
    IPaginatedEnumerable<ListChildrenResponse> Responses { get; }

    IPaginatedEnumerable<Child> Children { get; }
}
