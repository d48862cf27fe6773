using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.RDS.Model;

internal sealed class DescribeDBSnapshotsPaginator(IAmazonRDS client, DescribeDBSnapshotsRequest request)
    : TokenPaginator<DescribeDBSnapshotsResponse>, IDescribeDBSnapshotsPaginator
{
    public IPaginatedEnumerable<DBSnapshot> DBSnapshots
        => new PaginatedResultKeyResponse<DescribeDBSnapshotsResponse, DBSnapshot>(this, static page => page.DBSnapshots ?? []);

    private protected override string FirstToken => request.Marker;

    private protected override Task<DescribeDBSnapshotsResponse> PageAsync(string token, CancellationToken cancellationToken)
    {
        request.Marker = token;
        return client.DescribeDBSnapshotsAsync(request, cancellationToken);
    }

    private protected override string NextToken(DescribeDBSnapshotsResponse page) => page.Marker;
}
