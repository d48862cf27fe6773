using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The pages of one <c>DescribeDBSubnetGroups</c> question. It can be enumerated once.</summary>
public interface IDescribeDBSubnetGroupsPaginator
{
    IPaginatedEnumerable<DescribeDBSubnetGroupsResponse> Responses { get; }

    IPaginatedEnumerable<DBSubnetGroup> DBSubnetGroups { get; }
}
