namespace Amazon.IdentityManagement.Model;

/// <summary>When and where a role was last used, as far as IAM looks back (400 days).</summary>
public partial class RoleLastUsed
{
    public DateTime? LastUsedDate { get; set; }

    public string Region { get; set; }
}
