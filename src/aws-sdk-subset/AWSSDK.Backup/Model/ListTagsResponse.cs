using Amazon.Runtime;

namespace Amazon.Backup.Model;

/// <summary>What <c>ListTags</c> answers.</summary>
public partial class ListTagsResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }

    public Dictionary<string, string> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
