namespace Amazon.Organizations.Model;

/// <summary>The parameters of <c>UpdatePolicy</c>.</summary>
public partial class UpdatePolicyRequest : AmazonOrganizationsRequest
{
    public string PolicyId { get; set; }

    public string Name { get; set; }

    public string Description { get; set; }

    /// <summary>JSON, as text; the content stays as it is where this is null.</summary>
    public string Content { get; set; }
}
