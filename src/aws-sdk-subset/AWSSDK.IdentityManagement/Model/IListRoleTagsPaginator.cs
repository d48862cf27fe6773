using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The pages of one <c>ListRoleTags</c> question. It can be enumerated once.</summary>
public interface IListRoleTagsPaginator
{
    IPaginatedEnumerable<ListRoleTagsResponse> Responses { get; }

    IPaginatedEnumerable<Tag> Tags { get; }
}
