using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.RDS.Model;

internal sealed class DescribeDBParameterGroupsPaginator(IAmazonRDS client, DescribeDBParameterGroupsRequest request)
    : TokenPaginator<DescribeDBParameterGroupsResponse>, IDescribeDBParameterGroupsPaginator
{
    public IPaginatedEnumerable<DBParameterGroup> DBParameterGroups
        => new PaginatedResultKeyResponse<DescribeDBParameterGroupsResponse, DBParameterGroup>(this, static page => page.DBParameterGroups ?? []);

    private protected override string FirstToken => request.Marker;

    private protected override Task<DescribeDBParameterGroupsResponse> PageAsync(string token, CancellationToken cancellationToken)
    {
        request.Marker = token;
        return client.DescribeDBParameterGroupsAsync(request, cancellationToken);
    }

    private protected override string NextToken(DescribeDBParameterGroupsResponse page) => page.Marker;
}
