namespace Amazon.IdentityManagement.Model;

/// <summary>A managed policy that hangs from a role.</summary>
public partial class AttachedPolicyType
{
    public string PolicyName { get; set; }

    public string PolicyArn { get; set; }
}
