using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The pages of one <c>DescribeDBInstances</c> question. It can be enumerated once.</summary>
public interface IDescribeDBInstancesPaginator
{
    IPaginatedEnumerable<DescribeDBInstancesResponse> Responses { get; }

    IPaginatedEnumerable<DBInstance> DBInstances { get; }
}
