using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>What <c>ListAccountsForParent</c> answers.</summary>
public partial class ListAccountsForParentResponse : AmazonWebServiceResponse
{
    public List<Account> Accounts { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string NextToken { get; set; }
}
