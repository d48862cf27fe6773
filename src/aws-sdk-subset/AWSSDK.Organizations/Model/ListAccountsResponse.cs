using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>What <c>ListAccounts</c> answers.</summary>
public partial class ListAccountsResponse : AmazonWebServiceResponse
{
    public List<Account> Accounts { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string NextToken { get; set; }
}
