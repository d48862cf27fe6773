using Amazon.RDS.Wire;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

internal sealed class DescribeDBSubnetGroupsPaginator(IAmazonRDS client, DescribeDBSubnetGroupsRequest request)
    : MarkerPaginator<DescribeDBSubnetGroupsResponse>, IDescribeDBSubnetGroupsPaginator
{
    public IPaginatedEnumerable<DBSubnetGroup> DBSubnetGroups
        => new PaginatedResultKeyResponse<DescribeDBSubnetGroupsResponse, DBSubnetGroup>(this, static page => page.DBSubnetGroups ?? []);

    private protected override string FirstMarker => request.Marker;

    private protected override Task<DescribeDBSubnetGroupsResponse> PageAsync(string marker, CancellationToken cancellationToken)
    {
        request.Marker = marker;
        return client.DescribeDBSubnetGroupsAsync(request, cancellationToken);
    }

    private protected override string NextMarker(DescribeDBSubnetGroupsResponse page) => page.Marker;
}
