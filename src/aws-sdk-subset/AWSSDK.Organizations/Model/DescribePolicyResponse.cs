using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>What <c>DescribePolicy</c> answers.</summary>
public partial class DescribePolicyResponse : AmazonWebServiceResponse
{
    public Policy Policy { get; set; }
}
