using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What <c>ListRoleTags</c> answers.</summary>
public partial class ListRoleTagsResponse : AmazonWebServiceResponse
{
    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public bool? IsTruncated { get; set; }

    public string Marker { get; set; }
}
