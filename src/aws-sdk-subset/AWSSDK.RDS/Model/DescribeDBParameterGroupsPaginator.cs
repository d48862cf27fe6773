using Amazon.RDS.Wire;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

internal sealed class DescribeDBParameterGroupsPaginator(IAmazonRDS client, DescribeDBParameterGroupsRequest request)
    : MarkerPaginator<DescribeDBParameterGroupsResponse>, IDescribeDBParameterGroupsPaginator
{
    public IPaginatedEnumerable<DBParameterGroup> DBParameterGroups
        => new PaginatedResultKeyResponse<DescribeDBParameterGroupsResponse, DBParameterGroup>(this, static page => page.DBParameterGroups ?? []);

    private protected override string FirstMarker => request.Marker;

    private protected override Task<DescribeDBParameterGroupsResponse> PageAsync(string marker, CancellationToken cancellationToken)
    {
        request.Marker = marker;
        return client.DescribeDBParameterGroupsAsync(request, cancellationToken);
    }

    private protected override string NextMarker(DescribeDBParameterGroupsResponse page) => page.Marker;
}
