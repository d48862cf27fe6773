using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.RDS.Model;

internal sealed class DescribeDBInstancesPaginator(IAmazonRDS client, DescribeDBInstancesRequest request)
    : TokenPaginator<DescribeDBInstancesResponse>, IDescribeDBInstancesPaginator
{
    public IPaginatedEnumerable<DBInstance> DBInstances
        => new PaginatedResultKeyResponse<DescribeDBInstancesResponse, DBInstance>(this, static page => page.DBInstances ?? []);

    private protected override string FirstToken => request.Marker;

    private protected override Task<DescribeDBInstancesResponse> PageAsync(string token, CancellationToken cancellationToken)
    {
        request.Marker = token;
        return client.DescribeDBInstancesAsync(request, cancellationToken);
    }

    private protected override string NextToken(DescribeDBInstancesResponse page) => page.Marker;
}
