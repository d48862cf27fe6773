using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.RDS.Model;

internal sealed class DescribeDBParametersPaginator(IAmazonRDS client, DescribeDBParametersRequest request)
    : TokenPaginator<DescribeDBParametersResponse>, IDescribeDBParametersPaginator
{
    public IPaginatedEnumerable<Parameter> Parameters
        => new PaginatedResultKeyResponse<DescribeDBParametersResponse, Parameter>(this, static page => page.Parameters ?? []);

    private protected override string FirstToken => request.Marker;

    private protected override Task<DescribeDBParametersResponse> PageAsync(string token, CancellationToken cancellationToken)
    {
        request.Marker = token;
        return client.DescribeDBParametersAsync(request, cancellationToken);
    }

    private protected override string NextToken(DescribeDBParametersResponse page) => page.Marker;
}
