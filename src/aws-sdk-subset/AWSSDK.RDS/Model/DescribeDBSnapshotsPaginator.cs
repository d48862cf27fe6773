using Amazon.RDS.Wire;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

internal sealed class DescribeDBSnapshotsPaginator(IAmazonRDS client, DescribeDBSnapshotsRequest request)
    : MarkerPaginator<DescribeDBSnapshotsResponse>, IDescribeDBSnapshotsPaginator
{
    public IPaginatedEnumerable<DBSnapshot> DBSnapshots
        => new PaginatedResultKeyResponse<DescribeDBSnapshotsResponse, DBSnapshot>(this, static page => page.DBSnapshots ?? []);

    private protected override string FirstMarker => request.Marker;

    private protected override Task<DescribeDBSnapshotsResponse> PageAsync(string marker, CancellationToken cancellationToken)
    {
        request.Marker = marker;
        return client.DescribeDBSnapshotsAsync(request, cancellationToken);
    }

    private protected override string NextMarker(DescribeDBSnapshotsResponse page) => page.Marker;
}
