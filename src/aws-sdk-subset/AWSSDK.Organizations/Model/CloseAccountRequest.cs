namespace Amazon.Organizations.Model;

/// <summary>The parameters of <c>CloseAccount</c>.</summary>
public partial class CloseAccountRequest : AmazonOrganizationsRequest
{
    public string AccountId { get; set; }
}
