namespace Amazon.Organizations.Model;

/// <summary>The parameters of <c>MoveAccount</c>.</summary>
public partial class MoveAccountRequest : AmazonOrganizationsRequest
{
    public string AccountId { get; set; }

    public string SourceParentId { get; set; }

    public string DestinationParentId { get; set; }
}
