using Amazon.RDS.Wire;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

internal sealed class DescribeDBParametersPaginator(IAmazonRDS client, DescribeDBParametersRequest request)
    : MarkerPaginator<DescribeDBParametersResponse>, IDescribeDBParametersPaginator
{
    public IPaginatedEnumerable<Parameter> Parameters
        => new PaginatedResultKeyResponse<DescribeDBParametersResponse, Parameter>(this, static page => page.Parameters ?? []);

    private protected override string FirstMarker => request.Marker;

    private protected override Task<DescribeDBParametersResponse> PageAsync(string marker, CancellationToken cancellationToken)
    {
        request.Marker = marker;
        return client.DescribeDBParametersAsync(request, cancellationToken);
    }

    private protected override string NextMarker(DescribeDBParametersResponse page) => page.Marker;
}
