using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>What <c>MoveAccount</c> answers.</summary>
public partial class MoveAccountResponse : AmazonWebServiceResponse
{
}
