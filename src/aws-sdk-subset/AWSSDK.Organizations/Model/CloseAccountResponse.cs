using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>What <c>CloseAccount</c> answers.</summary>
public partial class CloseAccountResponse : AmazonWebServiceResponse
{
}
