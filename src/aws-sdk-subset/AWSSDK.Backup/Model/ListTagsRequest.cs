using Amazon.Wire;

namespace Amazon.Backup.Model;

/// <summary>The parameters of <c>ListTags</c>.</summary>
public partial class ListTagsRequest : AmazonBackupRequest
{
    [UriLabel("resourceArn")]
    public string ResourceArn { get; set; }

    [QueryString("nextToken")]
    public string NextToken { get; set; }

    [QueryString("maxResults")]
    public int? MaxResults { get; set; }
}
