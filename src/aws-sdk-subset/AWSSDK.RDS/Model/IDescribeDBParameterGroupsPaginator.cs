using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The pages of one <c>DescribeDBParameterGroups</c> question. It can be enumerated once.</summary>
public interface IDescribeDBParameterGroupsPaginator
{
    IPaginatedEnumerable<DescribeDBParameterGroupsResponse> Responses { get; }

    IPaginatedEnumerable<DBParameterGroup> DBParameterGroups { get; }
}
