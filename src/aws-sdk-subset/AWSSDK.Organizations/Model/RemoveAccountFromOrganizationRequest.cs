namespace Amazon.Organizations.Model;

/// <summary>The parameters of <c>RemoveAccountFromOrganization</c>.</summary>
public partial class RemoveAccountFromOrganizationRequest : AmazonOrganizationsRequest
{
    public string AccountId { get; set; }
}
