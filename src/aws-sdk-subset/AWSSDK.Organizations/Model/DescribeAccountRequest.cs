namespace Amazon.Organizations.Model;

/// <summary>The parameters of <c>DescribeAccount</c>.</summary>
public partial class DescribeAccountRequest : AmazonOrganizationsRequest
{
    public string AccountId { get; set; }
}
