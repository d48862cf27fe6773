namespace Amazon.IdentityManagement.Model;

/// <summary>The parameters of <c>UpdateRole</c>.</summary>
public partial class UpdateRoleRequest : AmazonIdentityManagementServiceRequest
{
    public string RoleName { get; set; }

    public string Description { get; set; }

    /// <summary>In seconds, from 3600 to 43200.</summary>
    public int? MaxSessionDuration { get; set; }
}
