using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.RDS.Model;

internal sealed class DescribeDBSubnetGroupsPaginator(IAmazonRDS client, DescribeDBSubnetGroupsRequest request)
    : TokenPaginator<DescribeDBSubnetGroupsResponse>, IDescribeDBSubnetGroupsPaginator
{
    public IPaginatedEnumerable<DBSubnetGroup> DBSubnetGroups
        => new PaginatedResultKeyResponse<DescribeDBSubnetGroupsResponse, DBSubnetGroup>(this, static page => page.DBSubnetGroups ?? []);

    private protected override string FirstToken => request.Marker;

    private protected override Task<DescribeDBSubnetGroupsResponse> PageAsync(string token, CancellationToken cancellationToken)
    {
        request.Marker = token;
        return client.DescribeDBSubnetGroupsAsync(request, cancellationToken);
    }

    private protected override string NextToken(DescribeDBSubnetGroupsResponse page) => page.Marker;
}
