using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>What <c>DescribeResourcePolicy</c> answers.</summary>
public partial class DescribeResourcePolicyResponse : AmazonWebServiceResponse
{
    public ResourcePolicy ResourcePolicy { get; set; }
}
