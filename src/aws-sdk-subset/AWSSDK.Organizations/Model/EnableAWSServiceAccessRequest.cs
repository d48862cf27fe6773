namespace Amazon.Organizations.Model;

/// <summary>The parameters of <c>EnableAWSServiceAccess</c>.</summary>
public partial class EnableAWSServiceAccessRequest : AmazonOrganizationsRequest
{
    public string ServicePrincipal { get; set; }
}
