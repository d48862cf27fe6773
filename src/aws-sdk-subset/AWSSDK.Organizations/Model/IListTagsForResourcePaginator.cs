using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>The pages of one <c>ListTagsForResource</c> question. It can be enumerated once.</summary>
public interface IListTagsForResourcePaginator
{
    IPaginatedEnumerable<ListTagsForResourceResponse> Responses { get; }

    IPaginatedEnumerable<Tag> Tags { get; }
}
