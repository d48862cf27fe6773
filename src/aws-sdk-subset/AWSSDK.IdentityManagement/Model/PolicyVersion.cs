namespace Amazon.IdentityManagement.Model;

/// <summary>One version of a managed policy.</summary>
public partial class PolicyVersion
{
    /// <summary>JSON, URL-encoded as IAM sends it (RFC 3986); the official package leaves it so too.</summary>
    public string Document { get; set; }

    public string VersionId { get; set; }

    public bool? IsDefaultVersion { get; set; }

    public DateTime? CreateDate { get; set; }
}
