using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The pages of one <c>DescribeDBSnapshots</c> question. It can be enumerated once.</summary>
public interface IDescribeDBSnapshotsPaginator
{
    IPaginatedEnumerable<DescribeDBSnapshotsResponse> Responses { get; }

    IPaginatedEnumerable<DBSnapshot> DBSnapshots { get; }
}
