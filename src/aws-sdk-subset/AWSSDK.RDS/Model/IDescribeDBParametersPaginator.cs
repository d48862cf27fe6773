using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The pages of one <c>DescribeDBParameters</c> question. It can be enumerated once.</summary>
public interface IDescribeDBParametersPaginator
{
    IPaginatedEnumerable<DescribeDBParametersResponse> Responses { get; }

    IPaginatedEnumerable<Parameter> Parameters { get; }
}
