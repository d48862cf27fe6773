using Amazon.RDS.Wire;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

internal sealed class DescribeDBInstancesPaginator(IAmazonRDS client, DescribeDBInstancesRequest request)
    : MarkerPaginator<DescribeDBInstancesResponse>, IDescribeDBInstancesPaginator
{
    public IPaginatedEnumerable<DBInstance> DBInstances
        => new PaginatedResultKeyResponse<DescribeDBInstancesResponse, DBInstance>(this, static page => page.DBInstances ?? []);

    private protected override string FirstMarker => request.Marker;

    private protected override Task<DescribeDBInstancesResponse> PageAsync(string marker, CancellationToken cancellationToken)
    {
        request.Marker = marker;
        return client.DescribeDBInstancesAsync(request, cancellationToken);
    }

    private protected override string NextMarker(DescribeDBInstancesResponse page) => page.Marker;
}
