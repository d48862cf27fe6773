using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>What <c>ListParents</c> answers.</summary>
public partial class ListParentsResponse : AmazonWebServiceResponse
{
    public List<Parent> Parents { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string NextToken { get; set; }
}
