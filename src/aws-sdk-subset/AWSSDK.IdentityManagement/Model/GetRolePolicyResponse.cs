using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What <c>GetRolePolicy</c> answers.</summary>
public partial class GetRolePolicyResponse : AmazonWebServiceResponse
{
    public string RoleName { get; set; }

    public string PolicyName { get; set; }

    /// <summary>JSON, URL-encoded as IAM sends it (RFC 3986); the official package leaves it so too.</summary>
    public string PolicyDocument { get; set; }
}
