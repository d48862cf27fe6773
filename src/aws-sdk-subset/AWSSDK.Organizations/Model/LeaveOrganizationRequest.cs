namespace Amazon.Organizations.Model;

/// <summary>The parameters of <c>LeaveOrganization</c>.</summary>
public partial class LeaveOrganizationRequest : AmazonOrganizationsRequest
{
}
