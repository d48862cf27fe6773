using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>What <c>DescribeAccount</c> answers.</summary>
public partial class DescribeAccountResponse : AmazonWebServiceResponse
{
    public Account Account { get; set; }
}
